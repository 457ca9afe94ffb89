// Takes the files named in packages.json out of their npm packages and puts them into a folder.
// usage: node fetch.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const folder = process.argv[2];
const packages = JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'graphiql-'));
const shell = process.platform === 'win32';
try {
  mkdirSync(folder, { recursive: true });
  for (const { name, version, integrity, files } of packages) {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--silent', '--ignore-scripts', '--pack-destination', work], { encoding: 'utf8', shell, timeout: 60_000 }));
    if (packed.integrity !== integrity) throw new Error(`${name}@${version} is not the package that packages.json names.`);

    execFileSync('tar', ['-xzf', join(work, packed.filename.replace('@', '').replace('/', '-')), '-C', work]);
    for (const file of files) copyFileSync(join(work, 'package', file), join(folder, basename(file)));
    rmSync(join(work, 'package'), { recursive: true });
  }

  writeFileSync(join(folder, 'fetched'), '');
} catch (error) {
  console.error(String(error.message));
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
