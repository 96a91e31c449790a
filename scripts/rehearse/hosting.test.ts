import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/paths.ts';
import { readBuildSpec } from './build-spec.ts';
import { headersFor, readHeaderRules, readRewriteRules, rewritten } from './hosting-rules.ts';

describe('amplify.yml', () => {
  const spec = readBuildSpec(root);
  const commands = spec.phases.flatMap((phase) => phase.commands);
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  );

  it('deploys the backend before it builds the app', () => {
    expect(spec.phases.map(({ name }) => name)).toEqual([
      'backend preBuild',
      'backend build',
      'frontend build',
    ]);
    expect(spec.baseDirectory).toBe('dist');
  });

  it('installs, audits, checks and tests before anything is deployed', () => {
    const at = (start: string): number => commands.findIndex((command) => command.startsWith(start));
    const order = [
      'npm ci',
      'npm run audit',
      'npm run check',
      'npm test',
      'npx ampx pipeline-deploy',
      'npm run build',
    ];
    const places = order.map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('runs nothing that package.json does not have', () => {
    const named = commands.flatMap(
      (command) => /^npm (?:run )?(audit|check|test|build)\b/.exec(command)?.[1] ?? [],
    );
    expect(scripts).toEqual(expect.arrayContaining(named));
  });

  it('quotes what Amplify puts in: a branch’s name may hold anything', () => {
    for (const command of commands) expect(command).not.toMatch(/(?<!")\$AWS_\w+/);
  });

  it('keeps npm’s cache between builds', () => {
    const install = commands.find((command) => command.startsWith('npm ci'));
    expect(install).toContain('--cache .npm');
    expect(spec.cachedPaths).toEqual(['.npm/**/*']);
  });
});

describe('customHttp.yml', () => {
  const rules = readHeaderRules(root);
  const paths = [
    '/',
    '/index.html',
    '/theme.js',
    '/assets/index-abc.js',
    '/@ada',
    '/cruds/1',
    '/assets/a/b.woff2',
  ];
  const csp = new Map(
    (headersFor('/', rules)['content-security-policy'] ?? '')
      .split(';')
      .map((one) => one.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );

  it.each(paths)('says one thing of %s, and the same of safety', (path) => {
    expect(headersFor(path, rules)).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=(\d{8,});/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': headersFor('/', rules)['content-security-policy'],
    });
  });

  it('has a policy that lets nothing in that the app does not need', () => {
    expect(csp.get('default-src')).toEqual(["'none'"]);
    expect(csp.get('script-src')).toEqual(["'self'"]);
    expect(csp.get('style-src')).toEqual(["'self'"]);
    expect(csp.get('frame-ancestors')).toEqual(["'none'"]);
    expect(csp.get('base-uri')).toEqual(["'none'"]);
    expect([...csp.values()].flat().join(' ')).not.toMatch(/unsafe|http:|(^| )\*( |$)/);
  });

  it('has files with a hash in their name kept for a year, and the page asked for each time', () => {
    expect(headersFor('/assets/index-abc.js', rules)['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const page of ['/', '/index.html'])
      expect(headersFor(page, rules)['cache-control']).toBe('no-cache');
    // Other addresses of the page: Amplify's own max-age=0.
    expect(headersFor('/cruds/1', rules)['cache-control']).toBeUndefined();
  });

  it('refuses two rules that set one header', () => {
    const twice = [...rules, { pattern: '/**', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] }];
    expect(() => headersFor('/', twice)).toThrow('two patterns set X-Frame-Options for /');
  });
});

describe('rewrites.json', () => {
  const rules = readRewriteRules(root);

  it.each(['/', '/@ada', '/@ada.lovelace', '/cruds/01H.5', '/tags/c++', '/settings/profile', '/search'])(
    'shows the app at %s',
    (path) => expect(rewritten(path, rules)).toBe('/index.html'),
  );

  it('leaves every file of public/ alone, and those that a build makes', () => {
    const files = readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(join(root, 'public').length)}/${entry.name}`);
    expect(files.length).toBeGreaterThan(0);
    for (const path of [...files, '/assets/index-abc.js', '/assets/index-abc.css']) {
      expect(rewritten(path, rules)).toBe(path);
    }
  });
});
