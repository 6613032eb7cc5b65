export { prepareHouse, welcome, writeDemoDocuments } from './prepare-house';
export { loadDemo, readInstallation } from './load-demo';
export { demoAccounts, DEMO_NOW } from './demo-house';
