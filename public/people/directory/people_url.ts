import { z } from 'zod';
import { MAX_LISTED, peopleSortSchema } from '../../../common/api/people';
import { personKindSchema, personRoleSchema } from '../../../common/model/person';

const SIZES = ['10', '25', '50', '100'] as const;
export const PAGE_SIZES = SIZES.map(Number);

/** What the address says about the list of people. */
export const peopleUrlSchema = z.object({
  q: z.string().max(200).catch('').default(''),
  kind: z
    .union([personKindSchema, z.literal('')])
    .catch('')
    .default(''),
  role: z
    .union([personRoleSchema, z.literal('')])
    .catch('')
    .default(''),
  sort: peopleSortSchema.catch('full_name').default('full_name'),
  order: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(0).max(999).catch(0).default(0),
  size: z.enum(SIZES).catch('25').default('25'),
});
export type PeopleUrl = z.output<typeof peopleUrlSchema>;

/** The question to the server; a page that lies too deep becomes the last one that can be shown. */
export const toPeopleQuery = ({ q, kind, role, sort, order, page, size }: PeopleUrl) => ({
  ...(q.trim() === '' ? {} : { search: q.trim() }),
  ...(kind === '' ? {} : { kind }),
  ...(role === '' ? {} : { role }),
  sort,
  order,
  page: Math.min(page, Math.floor(MAX_LISTED / Number(size)) - 1),
  per_page: Number(size),
});
