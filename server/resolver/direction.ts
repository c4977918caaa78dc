import type { Direction } from '../../common/model/call';
import type { Place, ReadParty } from './party';

type Sides = Pick<ReadParty, 'place' | 'tenant' | 'found'>;

/** In a cloud phone system everybody of ours is in our tenant; guests are in none. */
const inOtherTenant = (party: Sides, other: Sides): boolean =>
  party.found === undefined && other.tenant !== undefined && party.tenant !== other.tenant;

/** Of two people in different tenants, the one who is not in our directory is a stranger. */
const placeBesides = (party: Sides, other: Sides): Place => {
  if (party.place !== 'internal' || !inOtherTenant(party, other)) return party.place;
  return other.found ? 'external' : 'unknown';
};

const BY_PLACES: Readonly<Record<Place, Readonly<Record<Place, Direction>>>> = {
  external: { internal: 'inbound', external: 'unknown', unknown: 'inbound' },
  internal: { internal: 'internal', external: 'outbound', unknown: 'unknown' },
  unknown: { internal: 'unknown', external: 'outbound', unknown: 'unknown' },
};

/** The direction of a call whose record does not state it, by who is one of us. */
export const inferDirection = (caller: Sides, callee: Sides): Direction =>
  BY_PLACES[placeBesides(caller, callee)][placeBesides(callee, caller)];
