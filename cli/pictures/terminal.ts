import { MissingTool } from './browser.ts';

/** A diagram as text for a terminal. @throws {MissingTool} where beautiful-mermaid is not installed. */
export async function terminalDiagram(source: string): Promise<string> {
  let render: typeof import('beautiful-mermaid')['renderMermaidASCII'];
  try {
    render = (await import('beautiful-mermaid')).renderMermaidASCII;
  } catch {
    throw new MissingTool('diagrams in the terminal need beautiful-mermaid: npm install --save-dev beautiful-mermaid');
  }
  return render(source.replace(/^ *(accTitle|accDescr|classDef|class|direction)\b.*\n/gm, ''));
}
