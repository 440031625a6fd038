/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The element of the simulator: it holds the run, and draws its parts anew after every step. The model’s own code decides what can happen. */
import { fragmentOf } from '../../../generators/site/fragment.ts';
import { type Step, statesIn } from '../../../model/explore/machine.ts';
import { TokenError } from '../../../model/explore/token.ts';
import { actionText, arrivalText, placeText } from './arrival.ts';
import { type Called, calledIn } from './called.ts';
import { drawn } from './chance.ts';
import { runIn } from './link.ts';
import { loadModel, loadTraces, Unloadable } from './loading.ts';
import {
  begun,
  choicesAt,
  moved,
  nextDue,
  type Place,
  placesOf,
  type Run,
  runOf,
  taken,
  tokenOf,
  type World,
  waited,
  worldOf,
} from './run.ts';
import { cannotPart, choicesPart, shownChoices } from './view/choices.ts';
import { diagramsIn, markDiagram, type Shown } from './view/diagrams.ts';
import { type Controls, type Frame, failurePart, frameOf, type Pictures } from './view/frame.ts';
import { lanesOf } from './view/lanes.ts';
import { nowPart, statesPart } from './view/now.ts';
import type { Scene } from './view/scene.ts';
import { timelinePart } from './view/timeline.ts';
import { timeText, type Words, wordsOf } from './words.ts';

/** The pause between two steps of a walk, in milliseconds. */
const PAUSE = 900;

/** How many states are told when a run stands somewhere else. */
const MOST_TOLD = 200;

/** `<state-simulator data-model="…/model.json" data-traces="…/traces.json" data-token="…">`. */
class StateSimulator extends HTMLElement {
  #world!: World;
  #called!: Called;
  #words: Words = wordsOf('en');
  #language = 'en';
  #run: Run = begun();
  #frame: Frame | undefined;
  #shown: readonly Shown[] = [];
  #isTimed = true;
  #filter = '';
  #seed = 1;
  #walking: ReturnType<typeof setTimeout> | undefined;

  async connectedCallback(): Promise<void> {
    if (this.#frame !== undefined) return;
    this.#language = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    this.#words = wordsOf(this.#language);
    const { model = '', traces = '', token } = this.dataset;
    let frame: Frame;
    try {
      this.#world = worldOf(await loadModel(model, this.#words));
      this.#called = calledIn(this.#world.model, this.#language);
      frame = this.#begin(token === undefined ? undefined : decodeURIComponent(token));
    } catch (thrown) {
      const why = thrown instanceof Unloadable ? thrown.message : this.#words.notModel(model);
      this.replaceChildren(failurePart(this.#words, why));
      if (!(thrown instanceof Unloadable)) throw thrown;
      return;
    }
    frame.traces(await loadTraces(traces, this.#words).catch(() => undefined));
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #begin(token: string | undefined): Frame {
    const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const fragment = token === undefined || location.hash !== '' ? location.hash : fragmentOf(token);
    const { run, problem } = this.#runIn(fragment);
    this.#run = run ?? begun();
    this.#shown = diagramsIn(document, this.#world.model);
    const frame = frameOf(this.#scene(), isReduced, this.#controls(), this.#pictures());
    this.#frame = frame;
    this.replaceChildren(frame.element);
    this.#draw();
    if (problem !== undefined) this.#refuse(problem);
    this.addEventListener('keydown', (event) => this.#press(event));
    window.addEventListener('hashchange', () => {
      const { run: next, problem: wrong } = this.#runIn(location.hash);
      if (next !== undefined) this.#go(next);
      else if (wrong !== undefined) this.#refuse(wrong);
    });
    return frame;
  }

  /** A table’s diagram follows the run; in a system a copy of it follows each instance, in the place of the one that the page has. */
  #pictures(): Pictures {
    const [first] = this.#shown;
    if (this.#called.table() !== undefined) return { diagram: first?.element };
    const lanes = lanesOf(this.#scene(), this.#shown, this.#language);
    for (const { element } of this.#shown) element.remove();
    return { lanes };
  }

  /** The run that a fragment of an address names, or what is wrong with it. */
  #runIn(fragment: string): { readonly run?: Run; readonly problem?: string } {
    try {
      const run = runIn(this.#world, fragment);
      return run === undefined ? {} : { run };
    } catch (thrown) {
      if (!(thrown instanceof TokenError)) throw thrown;
      return { problem: thrown.message };
    }
  }

  /** Says that a link holds no run of the model, and why: in the words of the machine, which are English. */
  #refuse(why: string): void {
    this.#frame?.say(this.#words.brokenLink, true, why);
  }

  #scene(): Scene {
    const world = this.#world;
    const run = this.#run;
    const places = placesOf(world, run);
    const place = places[run.at] as Place;
    const entry = run.entries[run.at - 1];
    const isStep = entry !== undefined && 'step' in entry;
    return {
      world,
      run,
      places,
      place,
      before: isStep ? places[run.at - 1]?.configuration : undefined,
      last: isStep ? entry.step : undefined,
      choices: choicesAt(world, place),
      called: this.#called,
      words: this.#words,
      isTimed: this.#isTimed && world.clock.hasTimers,
      filter: this.#filter,
      drawn: new Set(this.#shown.map(({ table }) => table)),
    };
  }

  #draw(): Scene {
    const scene = this.#scene();
    const frame = this.#frame as Frame;
    const acts = { take: (step: Step) => this.#take(step), goTo: (at: number) => this.#goTo(at) };
    const opened = new Map(
      [...this.querySelectorAll<HTMLDetailsElement>('details[data-key]')].map((each) => [each.dataset.key, each.open]),
    );
    const focused = this.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    frame.now.replaceChildren(...nowPart(scene, this.#language), ...this.#statesPart(scene));
    frame.choices.replaceChildren(...choicesPart(scene, acts));
    frame.cannot.replaceChildren(...cannotPart(scene));
    frame.timeline.replaceChildren(timelinePart(scene, acts));
    frame.update(scene, this.#walking !== undefined);
    const [shown] = this.#shown;
    if (shown !== undefined && this.#called.table() !== undefined) markDiagram(shown, scene);
    for (const details of this.querySelectorAll<HTMLDetailsElement>('details[data-key]'))
      details.open = opened.get(details.dataset.key) ?? details.open;
    if (focused !== undefined) this.#focus(focused);
    const current = frame.timeline.querySelector<HTMLElement>('[aria-current]');
    if (current !== null) frame.timeline.scrollTop = current.offsetTop - frame.timeline.clientHeight / 2;
    return scene;
  }

  /** Without a diagram, the states of a table stand in a list. */
  #statesPart({ place: { configuration } }: Scene): readonly HTMLElement[] {
    const table = this.#called.table();
    if (table === undefined || this.#shown.length > 0) return [];
    return [statesPart(Object.keys(table.states), statesIn(configuration)[0], (state) => this.#called.state(state))];
  }

  /** Gives the focus back to what had it; to the heading of what can happen where that is gone. */
  #focus(key: string): void {
    const all = [...this.querySelectorAll<HTMLElement>('[data-key]')];
    const same = all.find((each) => each.dataset.key === key);
    const other =
      this.querySelector<HTMLElement>('.sim-can .sim-step') ?? this.querySelector<HTMLElement>('.sim-can h2');
    (same ?? other)?.focus({ preventScroll: true });
  }

  /** Goes on with a run: draws it, tells it, and writes it into the address of the page. */
  #go(run: Run, told?: (scene: Scene) => string): void {
    this.#run = run;
    const scene = this.#draw();
    const { words, called } = scene;
    const count = words.canCount(shownChoices({ ...scene, filter: '' }).length);
    const where = placeText(scene.place.configuration, called).slice(0, MOST_TOLD);
    this.#frame?.say(told?.(scene) ?? words.announceAt(where, count));
    const isPlain = run.start === 0 && run.at === 0;
    const fragment = isPlain ? '' : fragmentOf(tokenOf(this.#world, run));
    history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
  }

  #take(step: Step): void {
    const before = (placesOf(this.#world, this.#run)[this.#run.at] as Place).configuration;
    this.#go(taken(this.#run, step), (scene) => {
      const { words, called } = scene;
      const count = words.canCount(shownChoices({ ...scene, filter: '' }).length);
      const where = arrivalText(before, step.to, called, words).slice(0, MOST_TOLD);
      return words.announceStep(actionText(step, called), where, count);
    });
  }

  #goTo(at: number): void {
    this.#stop();
    this.#go(moved(this.#run, at - this.#run.at));
  }

  #wait(milliseconds: number): void {
    this.#stop();
    this.#go(waited(this.#world, this.#run, milliseconds), ({ place, choices, called, words }) => {
      const due = choices.filter((each) => each.due !== undefined && each.due <= place.time.now);
      const names = due.map(({ step }) => actionText(step, called)).join(', ');
      return words.announceTime(timeText(place.time.now, words), names === '' ? '' : words.announceDue(names));
    });
  }

  #random(): void {
    const scene = this.#scene();
    const { value, next } = drawn(this.#seed, scene.choices.length);
    const choice = scene.choices[value];
    if (choice === undefined) return this.#stop();
    this.#seed = next;
    this.#take(choice.step);
  }

  #walk(): void {
    if (this.#walking !== undefined) {
      this.#stop();
      this.#draw();
      return;
    }
    const go = (): void => {
      this.#random();
      if (this.#walking === undefined) return;
      this.#walking = setTimeout(go, PAUSE);
    };
    this.#walking = setTimeout(go, 0);
    this.#draw();
  }

  #stop(): void {
    clearTimeout(this.#walking);
    this.#walking = undefined;
  }

  #controls(): Controls {
    const by = (entries: number) => (): void => this.#goTo(this.#run.at + entries);
    return {
      undo: by(-1),
      redo: by(1),
      toEnd: () => this.#goTo(this.#run.entries.length),
      restart: () => {
        this.#stop();
        this.#go(begun(this.#run.start));
      },
      startAt: (index) => {
        this.#stop();
        this.#go(begun(index));
      },
      random: () => {
        this.#stop();
        this.#random();
      },
      walk: () => this.#walk(),
      seed: (seed) => {
        this.#seed = seed | 0;
      },
      filter: (text) => {
        this.#filter = text.trim().toLowerCase();
        this.#draw();
      },
      wait: (milliseconds) => this.#wait(milliseconds),
      untilTimer: () => {
        const { due } = nextDue(this.#world, this.#run) ?? {};
        if (due !== undefined) this.#wait(due - this.#scene().place.time.now);
      },
      timed: (isTimed) => {
        this.#isTimed = isTimed;
        this.#go(this.#run);
      },
      load: (token) => {
        this.#stop();
        this.#go(runOf(this.#world, token));
      },
      copyLink: () => this.#copy(new URL(fragmentOf(tokenOf(this.#world, this.#run)), location.href).href),
      copy: (text) => this.#copy(text),
    };
  }

  #copy(text: string): void {
    const { copied, notCopied } = this.#words;
    // Only pages that were sent safely may write to the clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => this.#frame?.say(copied, true),
      () => this.#frame?.say(notCopied, true),
    );
  }

  #press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((target as Element).closest('input, select, textarea, atlas-diagram') !== null) return;
    const controls = this.#controls();
    const act = { u: controls.undo, r: controls.redo, n: controls.random }[key];
    const choice = /^[1-9]$/.test(key) ? shownChoices(this.#scene())[Number(key) - 1] : undefined;
    if (act === undefined && choice === undefined) return;
    event.preventDefault();
    if (act !== undefined) act();
    else if (choice !== undefined) {
      this.#stop();
      this.#take(choice.step);
    }
  }
}

if (customElements.get('state-simulator') === undefined) customElements.define('state-simulator', StateSimulator);
