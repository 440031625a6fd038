/** Pages with the simulator alone, bundled without the rest of a site and under its policy. For tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { exportModel } from '../../../generators/export/index.ts';
import { markup } from '../../../generators/review/escape.ts';
import { isSystem, type Model } from '../../../model/system/types.ts';

const here = import.meta.dirname;

/** The program of the page, as a bundler gives it to browsers. */
export async function program(): Promise<string> {
  const bundle = await rolldown({ input: join(here, 'element.ts'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return output[0].code;
}

/** How a page is to be made. */
export type Look = { readonly language?: string; readonly theme?: 'light' | 'dark'; readonly token?: string };

/** A picture of the states as the diagrams of a site have it: a box for each state, an arrow for each row. */
const picture = ({ states, transitions }: Extract<Model, { states: unknown }>): string =>
  `<atlas-diagram><svg role="group" aria-label="states" width="10" height="10">${Object.keys(states)
    .map((state) => `<g data-state="${markup(state)}"><text>${markup(state)}</text></g>`)
    .join('')}${transitions.map((_, row) => `<g data-rows="${row}"></g>`).join('')}</svg></atlas-diagram>`;

/** The files of a page by their paths: the page itself, its program, its styles, and the data. */
export function filesOf(
  code: string,
  model: Model,
  traces: object,
  { language = 'en', theme = 'light', token }: Look = {},
): { readonly [path: string]: { readonly type: string; readonly body: string } } {
  const css = ['../styles/10-theme.css', '../diagrams/diagrams.css', 'simulator.css', 'systems.css'].map((file) =>
    readFileSync(join(here, file), 'utf8'),
  );
  const first = token === undefined ? '' : ` data-token="${encodeURIComponent(token)}"`;
  const html = `<!doctype html><html lang="${language}" data-theme="${theme}"><head><meta charset="utf-8"><title>Simulator</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="content-security-policy" content="default-src 'self'">
<link rel="stylesheet" href="/page.css"><script type="module" src="/element.js"></script></head>
<body><main><h1>Simulator</h1><state-simulator data-model="/model.json" data-traces="/traces.json"${first}></state-simulator>
${(isSystem(model) ? model.tables : [model]).map(picture).join('')}</main></body></html>`;
  return {
    '/': { type: 'text/html', body: html },
    '/element.js': { type: 'text/javascript', body: code },
    '/page.css': { type: 'text/css', body: `${PAGE}${css.join('\n')}` },
    '/model.json': { type: 'application/json', body: exportModel(model, 'json').text },
    '/traces.json': { type: 'application/json', body: JSON.stringify(traces) },
  };
}

/** What Starlight gives to a page, as far as the simulator reads it. */
const PAGE = `
:root { color-scheme: dark; --sl-text-xs: 0.8125rem; --sl-text-sm: 0.875rem; --sl-text-base: 1rem; --sl-text-xl: 1.25rem;
  --sl-color-text-accent: var(--sl-color-accent-high); }
:root[data-theme="light"] { color-scheme: light; }
body { margin: 1rem; font-family: sans-serif; background: var(--sl-color-black); color: var(--sl-color-gray-2); }
.sr-only { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
