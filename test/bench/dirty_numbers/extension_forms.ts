import type { Made } from './dirty_form';
import type { Maker, Makers } from './maker';
import { siteAnywhere, someRole } from './sites';
import { atHome } from './written_forms';

const withExtension =
  (write: (text: string, extension: string) => string, maxDigits = 6): Maker =>
  (number, random) => {
    const extension = random.digits(random.int(2, maxDigits));
    const truth = { e164: number.e164, extension };
    const form: Made = random.chance(0.6)
      ? {
          raw: write(random.pick([number.e164, number.international]), extension),
          site: siteAnywhere(number, random),
          role: someRole(random),
        }
      : atHome(write(number.national, extension), { number, random, digits: number.dialled });
    return form && !('ambiguity' in form) ? { ...form, truth } : form;
  };

/** Numbers with an extension of the other company behind them. */
export const EXTENSION_FORMS: Makers = {
  'extension behind ext.': withExtension((text, ext) => `${text} ext. ${ext}`),
  'extension behind ext': withExtension((text, ext) => `${text} ext ${ext}`),
  'extension behind Extension:': withExtension((text, ext) => `${text}, Extension: ${ext}`),
  'extension behind x': withExtension((text, ext) => `${text}x${ext}`),
  'extension behind a space and x': withExtension((text, ext) => `${text} X ${ext}`),
  'extension behind #': withExtension((text, ext) => `${text} #${ext}`),
  'extension behind ;ext=': withExtension((text, ext) => `${text};ext=${ext}`),
  'extension in brackets': withExtension((text, ext) => `${text} (ext. ${ext})`),
  'extension in another language': withExtension(
    (text, ext) =>
      `${text} ${['доб.', 'anexo', 'poste', 'Durchwahl', 'interno', 'ramal'][ext.length - 2] ?? 'ext'} ${ext}`
  ),
  'extension dialled after a pause': withExtension((text, ext) => `${text},,${ext}#`),
  'tel: URI with ext': (number, random) => {
    const extension = random.digits(random.int(2, 6));
    return {
      raw: `tel:${number.e164};ext=${extension}`,
      site: siteAnywhere(number, random),
      role: someRole(random),
      truth: { e164: number.e164, extension },
    };
  },
  'sip: URI with ext': (number, random) => {
    const extension = random.digits(random.int(2, 6));
    return {
      raw: `sip:${number.e164};ext=${extension}@example.com;user=phone`,
      site: siteAnywhere(number, random),
      role: someRole(random),
      truth: { e164: number.e164, extension },
    };
  },
};
