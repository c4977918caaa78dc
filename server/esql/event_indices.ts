import { FIELDS_INDEX } from '../../common/constants';

/** Index patterns of a `FROM` that hold events. @param from what stands behind `FROM`, with or without `METADATA` */
export const eventIndices = (from: string): string[] => [
  ...new Set(
    (from.split(/\sMETADATA\s/i)[0] ?? '')
      .split(',')
      .map((index) => index.trim())
      .filter((index) => index !== '' && index !== FIELDS_INDEX)
  ),
];
