/** The language of code that does not say it. */

/** How a diagram begins: after its front matter, its directives and comments. */
const DIAGRAM =
  /^\s*(?:---[^\S\n]*\r?\n(?:(?!---).*\r?\n)*---[^\S\n]*\r?\n\s*)?(?:%%.*\r?\n\s*)*(?:stateDiagram(?:-v2)?|(?:graph|flowchart)[^\S\n]+(?:TB|TD|BT|LR|RL))\b/;

/** `mermaid` where code begins like a diagram, else nothing. */
export const languageOf = (code: string): string => (DIAGRAM.test(code) ? 'mermaid' : '');
