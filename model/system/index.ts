/**
 * The system language: several tables working together, and every way in and out of a system.
 *
 * @module stateatlas/system
 */
export { defineSystem } from './define.ts';
export { eventsOf, loseEvent, type NamedEvent } from './events.ts';
export { type Instance, instancesOf } from './instances.ts';
export { type ParsedModel, type ParsedSystem, parseModel, parseSystem } from './parse.ts';
export { readModel, readSystem } from './read.ts';
export { systemJsonSchema } from './schema.ts';
export {
  type Channel,
  type Counted,
  type InstancePredicate,
  type InstanceSet,
  type InstanceVariable,
  isSystem,
  type Message,
  type MessageField,
  type Model,
  type Parameter,
  type Parameters,
  type Participants,
  type Quantified,
  type System,
  type SystemAssignment,
  type SystemAssignments,
  type SystemCondition,
  type SystemEvent,
  type SystemOperand,
  type SystemPredicate,
  type SystemProperty,
  type SystemVariable,
} from './types.ts';
export { systemToJson, systemToYaml } from './write.ts';
