#!/usr/bin/env node
/**
 * The command. Looks at the version of Node before anything else is loaded, so that an older one is told what to do. What is compiled is kept for the
 * next start, where Node keeps such things; `NODE_DISABLE_COMPILE_CACHE=1` forbids it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `stateatlas needs Node 22.18 or newer, and this is ${process.version}.\n` +
      'Install a newer Node, or add one to this project: npm install --save-dev node@24, then npx stateatlas …\n' +
      '(with npm 11 or newer also: npm install --save-dev --allow-scripts=node node@24)\n',
  );
  process.exitCode = 2;
} else {
  (await import('node:module')).enableCompileCache();
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}

export {};
