import type { Company, Employee } from '../company';
import { BUSINESS_NAMES } from '../names';
import { drawFromRange, drawNumber, UNASSIGNED_MOBILE_RANGE } from '../number_ranges';
import type { Random } from '../random';

export interface Contact {
  readonly number: string;
  readonly name?: string;
}

/** Who calls whom outside the company: most calls are with numbers that were there before. */
export interface ContactBook {
  /** A number that this person deals with again and again. */
  known(employee: Employee): Contact;
  /** A number that nobody will probably see again. */
  stranger(employee: Employee): Contact;
}

/** Numbers of the company itself never stand for outside parties. */
const drawOutside = (random: Random, country: string, own: ReadonlySet<string>): string => {
  for (;;) {
    const number = drawNumber(random, country, random.chance(0.06));
    if (!own.has(number)) return number;
  }
};

/** 6 to 20 contacts a person, a third of them shared with colleagues of the site. */
export const createContactBook = (random: Random, company: Company): ContactBook => {
  const own = new Set(company.employees.map(({ did }) => did));
  const drawContact = (country: string): Contact => ({
    number: drawOutside(random, country, own),
    name: random.chance(0.3) ? random.pick(BUSINESS_NAMES) : undefined,
  });
  const shared = new Map<string, readonly Contact[]>();
  const sharedAt = (country: string): readonly Contact[] => {
    const found = shared.get(country) ?? Array.from({ length: 80 }, () => drawContact(country));
    shared.set(country, found);
    return found;
  };
  const books = new Map<string, readonly Contact[]>();
  for (const { id, site } of company.employees) {
    const contacts = Array.from({ length: random.int(6, 20) }, () =>
      random.chance(1 / 3) ? random.pick(sharedAt(site.country)) : drawContact(site.country)
    );
    books.set(id, contacts);
  }
  return {
    known: ({ id }) => random.pick(books.get(id) ?? []),
    stranger: ({ site }) =>
      random.chance(0.02)
        ? { number: drawFromRange(random, UNASSIGNED_MOBILE_RANGE) }
        : drawContact(site.country),
  };
};
