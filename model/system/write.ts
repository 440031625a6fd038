/** Systems to text. What is written reads back as the same system. */
import { toJson, toYaml } from '../table/write.ts';
import type { System } from './types.ts';

/** The system as JSON, indented by two spaces. */
export const systemToJson = (system: System): string => toJson(system);

/** The system as YAML, each of its tables as it is written on its own. */
export const systemToYaml = (system: System): string => toYaml(system, { compact: { tables: 4 } });
