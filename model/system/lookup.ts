/** The names that a system declares, looked up: its sets and instances, variables and channels, and the names of its tables. */
import { checkPlainValue, outside, type Subject } from '../table/conditions.ts';
import type { Path } from '../table/diagnostic.ts';
import { Lookup } from '../table/lookup.ts';
import { quoted } from '../table/plain.ts';
import { type Names, namesOf, type Say, type Sayer } from '../table/sayer.ts';
import { MISSHAPEN } from '../table/shape.ts';
import { inTurn } from '../table/suggest.ts';
import type { Table, Value } from '../table/types.ts';
import { BOUNDS } from './bounds.ts';
import { type Declared, type Domain, domainOf, type Scope } from './domain.ts';
import { instancesOf } from './instances.ts';
import { type InstanceSet, SHARED, type System, type SystemVariable } from './types.ts';

const UNKNOWN: Domain = { kind: undefined };

/** Whose variable is meant: that of an instance of a set, or (without one) a shared one. */
export type Owner = { readonly set?: string };

/** One system's names. What is not known is said to the sayer. */
export class SystemLookup {
  readonly system: System;
  readonly sayer: Sayer;
  /** The tables by name; nothing where one could not be read. */
  readonly tables: ReadonlyMap<string, Lookup | undefined>;
  /** The names of the tables; nothing where one could not be read, for any name might be its. */
  readonly tableNames: Names | undefined;
  /** Whether some table or set could not be read, so that the names of its events and variables are not known. */
  readonly isPartial: boolean;
  readonly sets: Names;
  readonly shared: Names;
  readonly channels: Names;
  /** How many instances each set has, as far as that can be said. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The set of each instance; of none where there are too many. */
  readonly instances: ReadonlyMap<string, string>;
  /** Whether there are too many instances to be listed: then any name might be one of them. */
  readonly isOverfull: boolean;
  /** The sets whose instances are not known. */
  private readonly uncounted: readonly string[];

  constructor(system: System, tables: readonly (Table | undefined)[], names: readonly unknown[], sayer: Sayer) {
    this.system = system;
    this.sayer = sayer;
    this.tables = new Map(
      names.flatMap((name, index) => {
        const table = tables[index];
        return typeof name === 'string' ? [[name, table && new Lookup(table, sayer)] as const] : [];
      }),
    );
    const hasAllNames = names.every((name) => typeof name === 'string');
    this.tableNames = hasAllNames ? new Set(this.tables.keys()) : undefined;
    this.isPartial =
      !hasAllNames ||
      tables.includes(undefined) ||
      Object.values(system.instances).some((set) => set === (MISSHAPEN as object));
    this.sets = namesOf(system.instances);
    this.shared = namesOf(system.memory);
    this.channels = namesOf(system.channels);
    this.sizes = sizesOf(system);
    const total = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    this.isOverfull = total > BOUNDS.instances || this.sets.size > BOUNDS.instances;
    this.uncounted = this.isOverfull ? [] : [...this.sets].filter((set) => !this.sizes.has(set));
    const listed = Object.entries(system.instances).filter(([set]) => this.hasInstancesOf(set));
    const instances = instancesOf({ name: system.name, tables: [], instances: Object.fromEntries(listed) });
    this.instances = new Map([...instances.values()].map(({ name, set }) => [name, set]));
  }

  set(name: string, path: Path, say?: Say): boolean {
    return this.sayer.known(this.sets, 'SA161', 'set', name, path, say);
  }

  declaredSet(name: string): InstanceSet | undefined {
    return Object.hasOwn(this.system.instances, name) ? this.system.instances[name] : undefined;
  }

  /** Whether the instances of a set are known. */
  hasInstancesOf(set: string): boolean {
    return !this.isOverfull && this.sizes.has(set);
  }

  /** The table of a set: `none` where it has none, nothing where that is not known. */
  tableOf(set: string): Lookup | 'none' | undefined {
    const declared = this.declaredSet(set);
    if (declared === undefined || declared === MISSHAPEN) return undefined;
    return declared.table === undefined ? 'none' : this.tables.get(declared.table);
  }

  /** What a reference denotes, whatever the binding; says so where it denotes nothing. */
  reference(name: string, path: Path, scope: Scope, say = this.sayer.say): Domain | undefined {
    const found = this.denoted(name, scope);
    if (found !== undefined) return found;
    if (this.sets.has(name)) {
      const { value: one } = this.ofSet(name, scope).next();
      const such = one === undefined ? '' : `, such as ${one}`;
      say('SA162', path, `${name} is a set, and a reference is to one of its instances${such}`, name);
    } else {
      const sentence = `there is no parameter or instance called ${quoted(name)}`;
      say('SA162', path, sentence, name, inTurn(scope.parameters.keys(), this.instances.keys()));
    }
    return undefined;
  }

  /** What a reference denotes, whatever the binding, if anything. */
  denoted(name: string, scope: Scope): Domain | undefined {
    const parameter = scope.parameters.get(name);
    if (parameter !== undefined) return parameter;
    const set = this.instances.get(name);
    if (set !== undefined) return { kind: 'instance', set };
    const mightBe = scope.isOpen || this.isOverfull || this.uncounted.some((each) => name.startsWith(each));
    return mightBe ? UNKNOWN : undefined;
  }

  /** A reference that must be to an instance: its set; nothing where that is not known, or has been said to be wrong. */
  instance(name: string, path: Path, scope: Scope, say = this.sayer.say): string | undefined {
    const found = this.reference(name, path, scope, say);
    if (found === undefined || found.kind === undefined) return undefined;
    if (found.kind !== 'instance') say('SA173', path, `${name} is a value, and no instance`, name);
    return found.set;
  }

  /** The names of an owner's variables, those of its table first. */
  private variablesOf({ set }: Owner): Iterable<string> {
    if (set === undefined) return this.shared;
    const table = this.tableOf(set);
    const own = typeof table === 'object' ? table.variables : [];
    return inTurn(own, Object.keys(this.declaredSet(set)?.memory ?? {}));
  }

  /** What the system declares of an owner's variable; nothing where it is the table's, or there is none. */
  added({ set }: Owner, variable: string): SystemVariable | undefined {
    const memory = set === undefined ? this.system.memory : this.declaredSet(set)?.memory;
    return memory !== undefined && Object.hasOwn(memory, variable) ? memory[variable] : undefined;
  }

  /** What an owner's variable can be; says so where there is no such variable. */
  variable(owner: Owner, name: string, path: Path, say = this.sayer.say): Domain | undefined {
    const added = this.added(owner, name);
    if (added !== undefined) return domainOf(added);
    const table = owner.set === undefined ? 'none' : this.tableOf(owner.set);
    if (table === undefined) return UNKNOWN;
    if (table !== 'none' && table.variables.has(name)) return { kind: table.kindOf(name) };
    const whose = owner.set === undefined ? 'shared variable' : `variable of ${owner.set}`;
    say('SA132', path, `there is no ${whose} called ${quoted(name)}`, name, this.variablesOf(owner));
    return undefined;
  }

  /** A variable as what conditions and assignments are about; nothing, and it is said, where there is no such variable. */
  subject(owner: Owner, name: string, path: Path, scope: Scope, say = this.sayer.sayOfKey): Subject | undefined {
    const domain = this.variable(owner, name, path, say);
    if (domain === undefined) return undefined;
    const added = this.added(owner, name);
    if (added !== undefined) return this.declaredSubject(name, added, owner, scope, true);
    const table = owner.set === undefined ? undefined : this.tableOf(owner.set);
    const value = (given: Value, at: Path): void => {
      if (typeof table === 'object') table.value(name, given, at);
    };
    return {
      name,
      kind: domain.kind,
      value,
      operand: (operand, at) => this.operand(name, domain, operand, at, owner, scope),
    };
  }

  /** A variable or a field, by its declaration. Without a value it can be only where that is said. */
  declaredSubject(name: string, declared: Declared, owner: Owner, scope: Scope, canBeNone: boolean): Subject {
    const domain = domainOf(declared);
    return {
      name,
      kind: domain.kind,
      value: (value, path) => {
        if (!('instance' in declared))
          return checkPlainValue(this.sayer, name, declared, value, path, asParameter(value, scope));
        if (value === null && canBeNone) return;
        const say: Say = canBeNone
          ? (code, at, message, ...more) => this.sayer.say(code, at, `${message}; null stands for none`, ...more)
          : this.sayer.say;
        this.checkReference(name, declared.instance, value, path, scope, say);
      },
      operand: (operand, path) => this.operand(name, domain, operand, path, owner, scope),
    };
  }

  private checkReference(name: string, set: string, value: Value, path: Path, scope: Scope, say: Say): void {
    if (typeof value !== 'string') return outside(this.sayer, name, value, path, `a reference to one of ${set}`);
    const found = this.reference(value, path, scope, say);
    if (found === undefined || found.kind === undefined || !this.sets.has(set)) return;
    if (found.set !== set)
      outside(this.sayer, name, value, path, `a reference to one of ${set}`, this.ofSet(set, scope));
  }

  /** The references to instances of a set. */
  private *ofSet(set: string, { parameters }: Scope): Generator<string> {
    for (const [parameter, domain] of parameters) if (domain.set === set) yield parameter;
    for (const [instance, other] of this.instances) if (other === set) yield instance;
  }

  /** A number as what conditions are about: of messages, or of bindings. */
  number(name: string, most: number, scope: Scope): Subject {
    const range = { range: [0, most] } as const;
    return {
      name,
      kind: 'range',
      value: (value, path) => checkPlainValue(this.sayer, name, range, value, path),
      operand: (operand, path) => this.operand(name, { kind: 'range' }, operand, path, {}, scope),
    };
  }

  /** Says where an operand names no parameter or variable, or one of another kind than what it is for. */
  private operand(name: string, domain: Domain, operand: object, path: Path, owner: Owner, scope: Scope): void {
    const { parameter, memory, of } = operand as { parameter?: string; memory?: string; of?: string };
    const key = parameter === undefined ? 'memory' : 'parameter';
    const other =
      parameter === undefined
        ? this.otherVariable(memory as string, of, path, owner, scope)
        : this.parameter(parameter, [...path, key], scope);
    if (other?.kind === undefined || domain.kind === undefined) return;
    const sameSet = domain.set === other.set || !this.sets.has(domain.set ?? '') || !this.sets.has(other.set ?? '');
    if (other.kind === domain.kind && sameSet) return;
    const called = parameter ?? (memory as string);
    this.sayer.say('SA143', [...path, key], `${name} and ${called} are of different kinds`, called);
  }

  private otherVariable(
    name: string,
    of: string | undefined,
    path: Path,
    owner: Owner,
    scope: Scope,
  ): Domain | undefined {
    const at = [...path, 'memory'];
    if (of === undefined) return this.variable(owner, name, at);
    if (of === SHARED) return this.variable({}, name, at);
    const set = this.instance(of, [...path, 'of'], scope);
    return set === undefined ? undefined : this.variable({ set }, name, at);
  }

  /** What a parameter can be; says so where there is no such parameter. */
  parameter(name: string, path: Path, scope: Scope): Domain | undefined {
    const found = scope.parameters.get(name);
    if (found !== undefined || scope.isOpen) return found;
    const known = [...scope.parameters.keys()];
    this.sayer.say('SA163', path, `there is no parameter called ${quoted(name)}`, name, known);
    return undefined;
  }
}

/** How the value of a parameter is written, where its name alone was. */
const asParameter = (value: Value, { parameters }: Scope): string =>
  typeof value === 'string' && parameters.has(value)
    ? `; the value of the parameter is written { parameter: ${value} }`
    : '';

/** How many instances each set has; left out are sets that could not be read, and what is made for them, for itself, or for unknown sets. */
function sizesOf({ instances }: System): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const entries = Object.entries(instances);
  if (entries.length > BOUNDS.instances) return sizes;
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const [set, declared] of entries) {
      if (sizes.has(set) || declared === MISSHAPEN) continue;
      const { per, count = 1 } = declared;
      const factors = per === undefined ? [count] : per.map((other) => sizes.get(other));
      if (factors.includes(undefined)) continue;
      sizes.set(
        set,
        factors.reduce<number>((product, size) => product * (size ?? 1), 1),
      );
      isNew = true;
    }
  }
  return sizes;
}
