/**
 * Light and dark without a program. A page says its theme in `data-theme`, which a script sets; where none runs, every rule for one of the
 * themes holds for those who prefer it.
 */

/** What is used of a rule of PostCSS: https://postcss.org/api/#rule. */
type Rule = {
  readonly selectors: string[];
  readonly clone: (overrides: { readonly selectors: string[] }) => Rule;
  readonly after: (node: never) => unknown;
};

type Helpers = {
  readonly AtRule: new (with_: { readonly name: string; readonly params: string; readonly nodes: never[] }) => unknown;
};

const THEMES = ['light', 'dark'] as const;

/** The rules that were looked at: a style sheet passes more than once. */
const seen = new WeakSet<object>();

/** The plugin of PostCSS. What it adds weighs as much as what is there. */
export const byPreference = {
  postcssPlugin: 'stateatlas-preference',
  Rule(rule: Rule, { AtRule }: Helpers): void {
    if (seen.has(rule)) return;
    seen.add(rule);
    for (const theme of THEMES) {
      const said = new RegExp(`\\[data-theme=(["']?)${theme}\\1\\]`, 'g');
      const selectors = rule.selectors.filter((selector) => selector.search(said) >= 0);
      if (selectors.length === 0) continue;
      const unsaid = selectors.map((selector) => selector.replace(said, ':where(:root):not([data-theme])'));
      const nodes = [rule.clone({ selectors: unsaid }) as never];
      rule.after(new AtRule({ name: 'media', params: `(prefers-color-scheme: ${theme})`, nodes }) as never);
    }
  },
};

/** A page that says no theme until a script does. */
export const withoutTheme = (html: string): string => html.replace(/(<html\b[^>]*?) data-theme="\w*"/, '$1');
