import { readSearch } from '../shared/url/search_params';
import { callStateSchema, rangeAround, readZoom, writeZoom } from './call_state';

const MINUTE = 60_000;
const CALL = { startMs: 100 * MINUTE, endMs: 118 * MINUTE };

describe('state of the call page', () => {
  it('asks for a time before the start and after the end of the call', () => {
    expect(rangeAround(CALL, '15m', 1e12)).toEqual({ startMs: 85 * MINUTE, endMs: 133 * MINUTE });
  });

  it('does not ask for the future, but always for a minute after the call', () => {
    expect(rangeAround(CALL, '1h', 120 * MINUTE).endMs).toBe(120 * MINUTE);
    expect(rangeAround(CALL, '1h', 110 * MINUTE).endMs).toBe(119 * MINUTE);
  });

  it('reads back the zoom that it wrote', () => {
    const zoom = { startMs: CALL.startMs - 5000, endMs: CALL.startMs + 252_000 };
    expect(writeZoom(zoom, CALL.startMs)).toBe('-5000~252000');
    expect(readZoom('-5000~252000', CALL.startMs)).toEqual(zoom);
    expect([writeZoom(undefined, 0), readZoom('', 0)]).toEqual(['', undefined]);
  });

  it.each(['x', '5~', '500~100', '1e9~2e9', '99999999999999~1'])('takes %s for no zoom', (zoom) => {
    expect(readZoom(zoom, 0)).toBeUndefined();
  });

  it('takes the default for every odd value', () => {
    const odd = readSearch(callStateSchema, '?tab=map&range=1y&clock=sun&evidence=maybe');
    expect(odd).toEqual(callStateSchema.parse({}));
  });
});
