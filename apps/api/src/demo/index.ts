export { prepareHouse, welcome, writeDemoDocuments } from './prepare-house';
export { loadDemo } from './load-demo';
export { readInstallation } from './installation';
export { demoAccounts, DEMO_NOW } from './demo-house';
