/** How Astro and Starlight are set up to render a site. */
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { Defect } from '../../properties/judge/index.ts';
import { plainLanguages } from './fences.ts';
import { directionOf, nameOf } from './languages.ts';
import { policy } from './policy.ts';
import { byPreference } from './preference.ts';
import { type Drawn, folderOf, type Site } from './site.ts';

const here = import.meta.dirname;

/** A module of this folder, as a source or as compiled. */
const moduleFile = (name: string): string =>
  join(here, `${name}${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`);

/** The line that is Astro’s whole program: everything else is in this folder and in the data. */
export const PROGRAM = `export { collections } from ${JSON.stringify(pathToFileURL(moduleFile('collections')).href)};\n`;

/** Components of Starlight that this folder has its own of, named like their files. */
const components = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(here, 'components'))
      .filter((file) => file.endsWith('.astro'))
      .map((file) => [file.replace('.astro', ''), join(here, 'components', file)]),
  );

/** The style sheets of the frame, then those of diagrams and of the simulator. */
const styles = (): string[] =>
  ['styles/*.css', '*/*.css']
    .flatMap((pattern) => globSync(pattern, { cwd: here }).sort())
    .filter((file, index, all) => all.indexOf(file) === index)
    .map((file) => join(here, file));

/** What stands in a table is shown as it was written there: no quotation mark is made prettier. */
const asWritten: AstroIntegration = {
  name: 'stateatlas-as-written',
  hooks: {
    'astro:config:setup': ({ config }) => {
      const { options } = config.markdown.processor as { options?: { features?: { smartPunctuation?: boolean } } };
      if (options?.features === undefined)
        throw new Defect('Astro’s processor of Markdown is not the one that is expected');
      options.features.smartPunctuation = false;
    },
  },
};

/** Words of Starlight’s frame that are misspelt in French, or say too little. */
const frenchWords: StarlightPlugin = {
  name: 'stateatlas-french',
  hooks: {
    // Starlight wants every plugin to have this one.
    'config:setup': () => {},
    'i18n:setup': ({ injectTranslations }) =>
      injectTranslations({
        fr: {
          'themeSelect.accessibleLabel': 'Choisir le thème',
          'sidebarNav.accessibleLabel': 'Navigation principale',
          'i18n.untranslatedContent': 'Cette page n’est pas traduite\u00a0: elle est montrée dans la langue qu’elle a.',
        },
      }),
  },
};

/** Astro 7.3.0 imports a module of its own by a name that it does not export; later versions do not need this. */
const missing = (): Record<string, string> => ({
  'astro/_internal/logger': fileURLToPath(new URL('core/logger/core.js', import.meta.resolve('astro'))),
});

/** Astro’s configuration for a site, which it renders in the folder `work`, into `work/out`. */
export async function configOf(
  site: Site<Drawn>,
  work: string,
  development?: AstroIntegration,
): Promise<AstroInlineConfig> {
  const { default: starlight } = await import('@astrojs/starlight');
  const { passthroughImageService } = await import('astro/config');
  const locales = Object.fromEntries(
    site.languages.map((lang) => [
      folderOf(site, lang) ?? 'root',
      { label: nameOf(lang), lang, dir: directionOf(lang) },
    ]),
  );
  return {
    configFile: false,
    logLevel: 'error',
    root: work,
    srcDir: join(work, 'src'),
    publicDir: join(work, 'public'),
    // What Astro renders pages with stands here for a while, and must reach the packages.
    outDir: join(work, 'out'),
    cacheDir: join(work, 'cache'),
    base: site.base,
    trailingSlash: 'always',
    output: 'static',
    build: { format: 'directory', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    prefetch: false,
    image: { service: passthroughImageService() },
    markdown: { syntaxHighlight: { type: 'prism', excludeLangs: plainLanguages(site) } },
    integrations: [
      asWritten,
      ...(development ? [development] : []),
      starlight({
        title: site.title,
        locales,
        favicon: '/favicon.svg',
        // What reloads pages while they are written needs more than the policy of a finished site allows.
        head: development
          ? []
          : [{ tag: 'meta', attrs: { 'http-equiv': 'content-security-policy', content: policy() } }],
        customCss: styles(),
        components: components(),
        plugins: [frenchWords],
        routeMiddleware: moduleFile('sidebar'),
        expressiveCode: false,
        sidebar: [],
      }),
    ],
    vite: {
      cacheDir: join(work, 'vite'),
      build: { assetsInlineLimit: 0 },
      css: { postcss: { plugins: [byPreference] } },
      resolve: { alias: { '@stateatlas/site': here, ...missing() } },
    },
  };
}
