/** How a check was planned, for programs. */
import * as z from 'zod';
import { STRATEGIES } from '../../model/explore/planning.ts';
import type { PlanTold } from './plan.ts';

export const planShape = z
  .strictObject({
    strategy: z.enum(STRATEGIES),
    because: z.string(),
    components: z.array(z.strictObject({ name: z.string(), localIds: z.int() })),
    product: z.number().describe('How many configurations can be made of the local ids, reachable or not'),
    bits: z.int().describe('Bits that the number of a configuration takes'),
    memory: z.int().describe('Bytes that are expected at most, where that is known before').optional(),
    symmetry: z
      .strictObject({
        exchanged: z.array(z.strictObject({ set: z.string(), instances: z.int() })),
        apart: z.array(z.strictObject({ set: z.string(), because: z.string() })),
      })
      .describe('The sets whose instances were exchanged, with --symmetry, and why the others were not')
      .optional(),
    turned: z.string().describe('Why a graph with all steps was explored after all, where it was').optional(),
  })
  .describe('How the check was planned, with --explain');

export const planData = ({ strategy, because, components, product, bits, memory, symmetry, turned }: PlanTold) => ({
  strategy,
  because,
  components,
  product,
  bits,
  ...(memory !== undefined && { memory }),
  ...(symmetry !== undefined && {
    symmetry: {
      exchanged: symmetry.exchanged.map(({ set, members }) => ({ set, instances: members.length })),
      apart: [...symmetry.apart].map(([set, because]) => ({ set, because })),
    },
  }),
  ...(turned !== undefined && { turned }),
});
