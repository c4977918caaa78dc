/** Types of MISP attributes, and of STIX observables as OpenCTI writes them, whose value is a phone number. */
export const PHONE_TYPES: ReadonlySet<string> = new Set([
  'phone-number',
  'prtn', // premium-rate telephone number
  'whois-registrant-phone',
]);
