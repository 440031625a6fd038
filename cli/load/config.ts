/** The project's configuration: which tables, where the atlas goes, what is drawn. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EXIT, Stop } from '../exit.ts';

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  tables: z.array(z.string()).describe('Files, folders or globs of tables').optional(),
  out: z.string().describe('Folder of the generated atlas').default('docs/atlas'),
  language: z.string().describe('Language of labels and descriptions, such as en').default('en'),
  embed: z.array(z.string()).describe('Markdown files whose atlas blocks are kept up to date').default([]),
  pictures: z
    .strictObject({
      formats: z.array(z.enum(['svg', 'png'])).default(['svg']),
      themes: z.array(z.enum(['light', 'dark'])).default(['light', 'dark']),
      diagrams: z.array(z.string()).describe('Names of the diagrams to draw; all of them unless given').optional(),
    })
    .describe('What is rendered to pictures; none unless given')
    .optional(),
});

/** The configuration with its defaults. */
export type Config = z.infer<typeof configSchema>;

/** The JSON Schema (2020-12) of the configuration file. */
export const configJsonSchema = (): unknown => ({
  title: 'State Atlas configuration',
  ...z.toJSONSchema(configSchema, { io: 'input' }),
});

const NAMES = ['stateatlas.config.yaml', 'stateatlas.config.yml', 'stateatlas.config.json'];

/** Reads the configuration of the working folder. @throws {Stop} with code 2 where it cannot be used. */
export function loadConfig(): Config {
  const file = NAMES.find((name) => existsSync(join(process.cwd(), name)));
  if (file === undefined) return configSchema.parse({});
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (thrown) {
    throw new Stop(EXIT.usage, `${file} cannot be read: ${(thrown as Error).message}`);
  }
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${file}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new Stop(
    EXIT.usage,
    `${problems.join('\n')}\nKeys: tables, out, language, embed, pictures { formats, themes, diagrams }.`,
  );
}
