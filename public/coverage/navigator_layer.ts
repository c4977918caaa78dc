import { isRunning, type Grade, type GradedTechnique } from './grade';
import { t } from './translations';

/** Versions of ATT&CK in whose ids a layer can be written. */
export type AttackVersion = '18' | '19';

/** Colours of Kibana's palette that stay apart for the colour-blind. */
const COLORS: Readonly<Record<Grade, string>> = {
  covered: '#6dccb1',
  partly: '#f1d86f',
  blind: '#e7664c',
};
const SCORES: Readonly<Record<Grade, number>> = { covered: 100, partly: 50, blind: 0 };

interface LayerTechnique {
  readonly techniqueID: string;
  /** 0 blind, 50 partly, 100 covered. */
  readonly score: number;
  readonly color: string;
  readonly comment: string;
  readonly enabled: true;
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
  readonly showSubtechniques: boolean;
}

/** A layer of the ATT&CK Navigator, format 4.5. Source: `layers/LAYERFORMATv4_5.md` of mitre-attack/attack-navigator. */
export interface NavigatorLayer {
  readonly name: string;
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: '4.5' };
  readonly domain: 'enterprise-attack';
  readonly description: string;
  readonly techniques: readonly LayerTechnique[];
  readonly gradient: {
    readonly colors: readonly string[];
    readonly minValue: number;
    readonly maxValue: number;
  };
  readonly legendItems: readonly { readonly label: string; readonly color: string }[];
  readonly layout: { readonly layout: 'side'; readonly expandedSubtechniques: 'annotated' };
  readonly hideDisabled: false;
}

/** The oldest Navigator that reads format 4.5. */
const NAVIGATOR = '4.9.0';

const idIn = ({ id, renamed }: GradedTechnique['technique'], version: AttackVersion): string =>
  version === '19' ? (renamed ?? id) : id;

const metadataOf = (
  { technique, rules, signals }: GradedTechnique,
  version: AttackVersion
): LayerTechnique['metadata'] => [
  ...rules.map(({ rule, standing }) => ({
    name: `${rule.catalogue} ${rule.name}`,
    value: t(`vishing.coverage.${standing}Label`),
  })),
  ...signals.map(({ signal, presence }) => ({
    name: signal.name,
    value: t(`vishing.coverage.signal_${presence}Label`),
  })),
  ...(technique.renamed === undefined
    ? []
    : [
        {
          name: t('vishing.coverage.otherIdLabel', { version: version === '19' ? '18' : '19' }),
          value: version === '19' ? technique.id : technique.renamed,
        },
      ]),
];

/** What the page shows of the techniques as a layer to load into the Navigator. @param range in words, for the description */
export const toNavigatorLayer = (
  techniques: readonly GradedTechnique[],
  { version, range }: { version: AttackVersion; range: string }
): NavigatorLayer => {
  const ids = techniques.map(({ technique }) => idIn(technique, version));
  return {
    name: t('vishing.coverage.layerName'),
    versions: { attack: version, navigator: NAVIGATOR, layer: '4.5' },
    domain: 'enterprise-attack',
    description: t('vishing.coverage.layerDescription', { range }),
    techniques: techniques.map((graded) => {
      const id = idIn(graded.technique, version);
      return {
        techniqueID: id,
        score: SCORES[graded.grade],
        color: COLORS[graded.grade],
        comment: t('vishing.coverage.layerComment', {
          grade: t(`vishing.coverage.${graded.grade}Label`),
          running: graded.rules.filter(isRunning).length,
          total: graded.rules.length,
        }),
        enabled: true,
        metadata: metadataOf(graded, version),
        showSubtechniques: ids.some((other) => other.startsWith(`${id}.`)),
      };
    }),
    gradient: {
      colors: [COLORS.blind, COLORS.partly, COLORS.covered],
      minValue: SCORES.blind,
      maxValue: SCORES.covered,
    },
    legendItems: (['covered', 'partly', 'blind'] as const).map((grade) => ({
      label: t(`vishing.coverage.${grade}Label`),
      color: COLORS[grade],
    })),
    layout: { layout: 'side', expandedSubtechniques: 'annotated' },
    hideDisabled: false,
  };
};

/** Name of the layer's file, with the day of the export. */
export const layerFileName = (version: AttackVersion, now: Date): string =>
  `vishing-coverage-attack-v${version}-${now.toISOString().slice(0, 10)}.json`;
