/** How diagrams look as pictures. */

/** A picture is drawn for pages of one of these. */
export type Theme = 'light' | 'dark';

const FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif';

const BACKGROUND = { light: 'white', dark: '#0d1117' } as const;

export const backgroundOf = (theme: Theme): string => BACKGROUND[theme];

/** Mermaid's configuration: large letters, since pages show pictures at their own width; labels that hide the line behind. */
export const mermaidConfigOf = (theme: Theme) => ({
  theme: theme === 'dark' ? ('dark' as const) : ('default' as const),
  fontFamily: FONT,
  fontSize: 20,
  themeVariables: {
    fontFamily: FONT,
    fontSize: '20px',
    edgeLabelBackground: BACKGROUND[theme],
    compositeBackground: BACKGROUND[theme],
  },
  themeCSS: `.edgeLabel rect, .edgeLabel .labelBkg, .edgeLabel p { opacity: 1; }
.messageText { paint-order: stroke; stroke: ${BACKGROUND[theme]}; stroke-width: 10px; }`,
  securityLevel: 'strict' as const,
  deterministicIds: true,
  deterministicIDSeed: 'atlas',
  layout: 'elk',
  elk: { nodePlacementStrategy: 'LINEAR_SEGMENTS' as const },
});
