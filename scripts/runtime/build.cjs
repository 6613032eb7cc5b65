/**
 * Builds what is stale. Each project says in its project.json how it is built and what it needs; a stamp beside the
 * result holds a hash of everything that went into it, so that a start with nothing changed costs a tenth of a second.
 */
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./checkout.cjs');
const { inTurn } = require('./database-users.cjs');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { PATIENCE, turnFolder } = require('./install.cjs');

/** What every build depends on beside its own files. */
const SHARED_INPUTS = ['package-lock.json', 'tsconfig.json'];
const NOT_AN_INPUT = /^(dist|node_modules|coverage|\.angular)$|\.spec\.ts$|\.md$/;

/** @typedef {{ name: string, folder: string, command?: string, cwd: string, needs: string[], hash: string }} Project */

async function ensureBuilt(log) {
  if (stale(readProjects()).length === 0) return;
  await inTurn(turnFolder(), () => buildStale(readProjects(), log), PATIENCE);
}

async function buildStale(projects, log) {
  const todo = stale(projects);
  if (todo.length) log(`Building ${todo.map(({ name }) => name).join(', ')}…`);
  const builds = new Map();
  /** Each project waits for those it needs, and for nothing else. */
  const build = (project) => {
    if (!builds.has(project)) {
      const needed = project.needs.map((name) => projects.get(name)).filter((other) => todo.includes(other));
      builds.set(
        project,
        Promise.all(needed.map(build)).then(() => buildOne(project)),
      );
    }
    return builds.get(project);
  };
  const failed = (await Promise.allSettled(todo.map(build))).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

/** @returns {Map<string, Project>} every project of the workspace that has a project.json */
function readProjects() {
  const folders = ['apps', 'libs'].flatMap((parent) =>
    fs.readdirSync(path.join(ROOT, parent)).map((name) => path.join(ROOT, parent, name)),
  );
  const projects = new Map();
  for (const folder of [...folders, path.join(ROOT, 'migrations')]) {
    if (fs.existsSync(path.join(folder, 'project.json'))) {
      const project = readProject(folder);
      projects.set(project.name, project);
    }
  }
  for (const project of projects.values()) project.hash = hashOf(project, projects);
  return projects;
}

function readProject(folder) {
  const {
    name,
    implicitDependencies = [],
    targets = {},
  } = JSON.parse(fs.readFileSync(path.join(folder, 'project.json'), 'utf8'));
  const { command, options = {} } = targets.build ?? {};
  const cwd = path.join(ROOT, options.cwd ?? '.');
  const needs = [...implicitDependencies, ...referencesOf(folder)];
  return { name, folder, command: command ?? options.command, cwd, needs, hash: '' };
}

/** The projects that tsc would build on the way: they are built first, once. */
function referencesOf(folder) {
  const file = path.join(folder, 'tsconfig.json');
  if (!fs.existsSync(file)) return [];
  const { references = [] } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return references.map((reference) => path.basename(path.resolve(folder, reference.path)));
}

function hashOf(project, projects, seen = new Set()) {
  const hash = createHash('sha256').update(project.command ?? '');
  for (const file of SHARED_INPUTS) hash.update(fs.readFileSync(path.join(ROOT, file)));
  hashFiles(project.folder, hash);
  for (const name of project.needs) {
    const needed = projects.get(name);
    if (needed && !seen.has(name)) hash.update(hashOf(needed, projects, new Set([...seen, project.name])));
  }
  return hash.digest('hex');
}

function hashFiles(folder, hash) {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries.filter(({ name }) => !NOT_AN_INPUT.test(name))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) hashFiles(file, hash);
    else if (entry.isFile()) hash.update(entry.name).update(fs.readFileSync(file));
  }
}

const stampOf = ({ folder }) => path.join(folder, 'dist', '.built');

function stale(projects) {
  return [...projects.values()].filter(
    (project) =>
      project.command &&
      (!fs.existsSync(stampOf(project)) || fs.readFileSync(stampOf(project), 'utf8') !== project.hash),
  );
}

async function buildOne(project) {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const child = spawn(project.command, {
    cwd: project.cwd,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: '1', NG_CLI_ANALYTICS: 'false', PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new ExpectedFailure(`${said.trim()}\n\nThe build of ${project.name} failed (${project.command}).`);
  fs.mkdirSync(path.dirname(stampOf(project)), { recursive: true });
  fs.writeFileSync(stampOf(project), project.hash);
}

module.exports = { ensureBuilt };
