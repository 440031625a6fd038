/** Reads a scene from what Mermaid drew. */
import type { Line, Part, Role, Scene, Shape } from './scene.ts';

/**
 * Runs inside the page of a browser, where nothing else of this program is: everything that it needs is inside it. Takes the text of labels from
 * where the browser shows it, line by line, so that nothing of Mermaid’s markup gets into the scene: only texts and numbers do.
 */
export function extract(svg: SVGSVGElement): Scene {
  const frame = svg.getBoundingClientRect();
  const round = (value: number): number => Math.round(value * 10) / 10;
  const x = (client: number): number => round(client - frame.left);
  const y = (client: number): number => round(client - frame.top);

  /** The lines of text below an element, as they are broken in the browser. */
  function linesOf(root: Element): { lines: Line[]; place?: [number, number, number, number] } {
    const rows: { text: string; left: number; right: number; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      let at = 0;
      for (const character of (node as Text).data) {
        range.setStart(node, at);
        at += character.length;
        range.setEnd(node, at);
        const box = range.getBoundingClientRect();
        const row = rows.at(-1);
        if (box.width === 0 || box.height === 0) {
          if (row !== undefined && character !== '\u200b') row.text += character;
        } else if (
          row === undefined ||
          Math.abs((row.top + row.bottom) / 2 - (box.top + box.bottom) / 2) > box.height / 2
        )
          rows.push({ text: character, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
        else {
          row.text += character;
          row.left = Math.min(row.left, box.left);
          row.right = Math.max(row.right, box.right);
        }
      }
    }
    const shown = rows
      .map((row) => ({ ...row, text: row.text.replace(/[\s\u00a0]+/g, ' ').trim() }))
      .filter(({ text }) => text !== '');
    if (shown.length === 0) return { lines: [] };
    const lines = shown.map(({ text, left, right, top, bottom }) => ({
      text,
      x: x((left + right) / 2),
      y: y((top + bottom) / 2),
    }));
    const left = Math.min(...shown.map((row) => row.left));
    const right = Math.max(...shown.map((row) => row.right));
    const top = Math.min(...shown.map((row) => row.top));
    const bottom = Math.max(...shown.map((row) => row.bottom));
    return { lines, place: [x(left), y(top), round(right - left), round(bottom - top)] };
  }

  const rectOf = (element: Element): Shape => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { rect: [x(left), y(top), round(width), round(height)] };
  };
  const circleOf = (element: Element): Shape => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { circle: [x(left + width / 2), y(top + height / 2), round(Math.min(width, height) / 2)] };
  };
  /** Where a point of an element is in the diagram. */
  const placed = (element: SVGGraphicsElement, point: { x: number; y: number }): [number, number] => {
    const { x: left, y: top } = new DOMPoint(point.x, point.y).matrixTransform(element.getScreenCTM() as DOMMatrix);
    return [x(left), y(top)];
  };

  /** A path or line moved to where it is in the diagram, and the tip at its end where it has one. */
  function strokeOf(element: SVGGeometryElement): Shape[] {
    const length = element.getTotalLength();
    const end = placed(element, element.getPointAtLength(length));
    const before = placed(element, element.getPointAtLength(Math.max(0, length - 3)));
    const tip: Shape[] = element.getAttribute('marker-end') === null ? [] : [{ arrow: [...before, ...end] }];
    if (element.localName === 'line')
      return [{ line: [...placed(element, element.getPointAtLength(0)), ...end] }, ...tip];
    // Commands are absolute. Those of an arc begin with five numbers that are no point.
    const commands = (element.getAttribute('d') ?? '').match(/[A-Za-z][^A-Za-z]*/g) ?? [];
    const moved = commands.map((command) => {
      const letter = command.charAt(0);
      const numbers = (command.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      const head = letter === 'A' ? numbers.splice(0, 5).map(round) : [];
      const points: string[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2)
        points.push(placed(element, { x: numbers[at] as number, y: numbers[at + 1] as number }).join(','));
      return `${letter}${[...head, ...points].join(' ')}`;
    });
    return [{ path: moved.join('') }, ...tip];
  }

  const parts: Part[] = [];
  const add = (role: Role, part: Partial<Part> & { text?: Element | null }): void => {
    const { text, ...rest } = part;
    parts.push({ role, ways: [], shapes: [], ...rest, ...(text ? linesOf(text) : { lines: [] }) });
  };
  const all = <E extends Element = Element>(selector: string, root: Element = svg): E[] => [
    ...root.querySelectorAll<E>(selector),
  ];
  const numberIn = (element: Element): { edge?: number } => {
    const found = /^edge(\d+)/.exec(element.getAttribute('data-id') ?? '')?.[1];
    return found === undefined ? {} : { edge: Number(found) };
  };
  const waysOf = (element: Element, ways: readonly string[]): string[] =>
    ways.filter((way) => element.classList.contains(way));

  function ofStates(): void {
    for (const group of all('.statediagram-cluster')) {
      const id = group.getAttribute('data-id') ?? '';
      add('group', { id, shapes: all('rect.outer', group).map(rectOf) });
      add('title', { id, text: group.querySelector('.cluster-label') });
    }
    for (const edge of all<SVGPathElement>('.edgePaths path[data-id]'))
      add('edge', { ...numberIn(edge), shapes: strokeOf(edge) });
    for (const node of all('.nodes .node')) {
      const id = /state-(.+)-\d+$/.exec(node.id)?.[1] ?? '';
      if (id.endsWith('_start')) add('mark', { shapes: [circleOf(node)] });
      else if (id.endsWith('_end')) add('end', { shapes: [circleOf(node)] });
      else {
        const ways = waysOf(node, ['current', 'recalled', 'folded']);
        add('state', {
          id,
          ways,
          shapes: all('.label-container', node).map(rectOf),
          text: node.querySelector('.label'),
        });
      }
    }
    for (const label of all('.edgeLabel .label[data-id]')) add('label', { ...numberIn(label), text: label });
  }

  /** All texts below an element as those of one. */
  function together(selector: string, parent: Element): Element {
    const texts = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    texts.append(...all(selector, parent));
    parent.append(texts);
    return texts;
  }

  function ofSequence(): void {
    for (const line of all<SVGLineElement>('line.actor-line')) add('lifeline', { shapes: strokeOf(line) });
    for (const box of all('rect.actor'))
      add('lane', { shapes: [rectOf(box)], text: together('text', box.parentElement as Element) });
    for (const person of all('g.actor-man'))
      add('person', {
        shapes: [...all<SVGLineElement>('line', person).flatMap(strokeOf), ...all('circle', person).map(circleOf)],
        text: person.querySelector('text'),
      });
    for (const line of all<SVGLineElement>('line.loopLine')) add('loop', { shapes: strokeOf(line) });
    for (const text of all('text.labelText, text.loopText')) add('words', { text });
    for (const note of all('rect.note')) {
      add('note', { shapes: [rectOf(note)], text: together('text.noteText', note.parentElement as Element) });
    }
    const isMessage = '[class*=messageLine]';
    for (const [edge, line] of all<SVGLineElement>(isMessage).entries())
      add('message', { edge, ways: line.classList.contains('messageLine1') ? ['dotted'] : [], shapes: strokeOf(line) });
    // The texts of a message stand before its line, one for each line of text.
    let edge = 0;
    for (const element of all(`text.messageText, ${isMessage}`))
      if (element.localName === 'text') add('label', { edge, text: element });
      else edge++;
  }

  function ofBlocks(): void {
    for (const line of all<SVGPathElement>('path.flowchart-link')) add('edge', { shapes: strokeOf(line) });
    for (const node of all('.node')) {
      const text = node.querySelector('.label');
      if (node.classList.contains('heading')) add('heading', { text });
      else add('block', { shapes: all('.label-container', node).map(rectOf), text });
    }
  }

  const kind = svg.getAttribute('aria-roledescription') ?? '';
  if (kind === 'sequence') ofSequence();
  else if (kind === 'block') ofBlocks();
  else ofStates();
  return { width: Math.ceil(frame.width), height: Math.ceil(frame.height), parts };
}
