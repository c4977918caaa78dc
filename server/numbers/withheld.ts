/** Words for a caller who is not shown, and what data tools write for no value. Lower case, one word each. */
const WITHHELD_WORDS = new Set(
  [
    'anonymous restricted private withheld unavailable unknown blocked hidden suppressed concealed',
    'null none nan nil undefined na n/a #n/a missing empty absent redacted',
    'anonym unbekannt unterdrückt',
    'anonyme inconnu masqué privé',
    'anónimo desconocido oculto privado',
    'anonimo sconosciuto nascosto privato',
    'anônimo desconhecido',
    'anoniem onbekend afgeschermd',
    'anonymt okänd ukendt ukjent hemlig skjult tuntematon',
    'nieznany ukryty zastrzeżony neznámé bilinmeyen gizli',
    'неизвестный неизвестен скрыт скрытый аноним',
    '非通知 匿名 未知 알수없음',
  ].flatMap((words) => words.split(' '))
);

/** Words beside one of these; alone they say nothing. */
const FILLING_WORDS = new Set(
  'caller callerid number num id cid name user party rufnummer nummer anrufer numéro número numero appelant номер'.split(
    ' '
  )
);

const WITHHELD_PHRASES = new Set([
  '',
  'not available',
  'out of area',
  'no caller id',
  'no callerid',
  'no caller',
  'no number',
  'no clid',
  'no id',
  'not provided',
  // Caller ID boxes and some exchanges write one letter for private and for out of area.
  'p',
  'o',
]);

/** Twilio's telephone-keypad codes for ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE. */
const WITHHELD_CODES = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

/** Whether a system says that it has no number: withheld, unknown, or nothing at all. */
export const isWithheld = (text: string): boolean => {
  // Cisco and Teams write -1 and -2 for numbers that they may not show.
  if (/\d/.test(text)) return WITHHELD_CODES.has(text) || /^-\d$/.test(text);
  const plain = text
    .toLowerCase()
    .replace(/[\s_\-.,:()[\]"']+/g, ' ')
    .trim();
  if (WITHHELD_PHRASES.has(plain)) return true;
  const words = plain.split(' ').filter((word) => !FILLING_WORDS.has(word));
  return words.length > 0 && words.every((word) => WITHHELD_WORDS.has(word));
};
