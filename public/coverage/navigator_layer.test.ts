import { buildCoverage, buildRule, buildSignal, needOf } from '../../test/builders/coverage';
import { gradeTechniques } from './grade';
import { layerFileName, toNavigatorLayer, type AttackVersion } from './navigator_layer';
import { createWorld } from '../../common/coverage/world';

const coverage = buildCoverage({
  techniques: [
    { id: 'T1566', name: 'Phishing', tactics: [] },
    { id: 'T1566.004', name: 'Spearphishing Voice', tactics: [] },
    { id: 'T1656', name: 'Impersonation', tactics: [], renamed: 'T1684.001' },
  ],
  rules: [buildRule('a'), buildRule('b', { needs: [needOf('okta')], catalogue: 'D13' })],
  signals: [buildSignal('s')],
});
const layer = (version: AttackVersion = '18') =>
  toNavigatorLayer(gradeTechniques(coverage, createWorld(coverage)), {
    version,
    range: 'the last 7 days',
  });

describe('the layer for the ATT&CK Navigator', () => {
  it('says its format and the version of ATT&CK', () => {
    expect(layer().versions).toEqual({ attack: '18', navigator: '4.9.0', layer: '4.5' });
    expect(layer().domain).toBe('enterprise-attack');
    expect(layer().description).toContain('the last 7 days');
  });

  it('has every technique once, with a score, a colour of the legend, and what its rules do', () => {
    const { techniques, legendItems } = layer();
    const [, voice] = techniques;
    expect(techniques.map(({ techniqueID: id, score }) => [id, score])).toEqual([
      ['T1566', 50],
      ['T1566.004', 50],
      ['T1656', 0],
    ]);
    expect(voice).toMatchObject({
      comment: 'Partly covered. 1 of 2 rules run and have their data.',
      metadata: [
        { name: 'D2 Rule a', value: 'Runs' },
        { name: 'D13 Rule b', value: 'Data missing' },
        { name: 'Signal s', value: 'Shown' },
      ],
    });
    expect(legendItems.map(({ color }) => color)).toContain(voice?.color);
  });

  it('opens the techniques that have others below them', () => {
    expect(layer().techniques.map((technique) => technique.showSubtechniques)).toEqual([
      ...[true, false, false],
    ]);
  });

  it('uses the ids of the asked version, and names the other one', () => {
    const old = layer('18').techniques.at(-1);
    const renamed = layer('19').techniques.at(-1);
    expect(old?.techniqueID).toBe('T1656');
    expect(old?.metadata).toEqual([{ name: 'Id in ATT&CK 19', value: 'T1684.001' }]);
    expect(renamed?.techniqueID).toBe('T1684.001');
    expect(renamed?.metadata).toEqual([{ name: 'Id in ATT&CK 18', value: 'T1656' }]);
  });

  it('lies in a file that names version and day', () => {
    expect(layerFileName('19', new Date('2025-01-01T00:00:00.000Z'))).toBe(
      'vishing-coverage-attack-v19-2025-01-01.json'
    );
  });
});
