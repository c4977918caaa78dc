/** First and last names of the made-up company; ASCII, so that account names follow from them. */
export const FIRST_NAMES: readonly string[] = `
Ada Aiden Alma Amir Ana Anke Ben Bianca Boris Carla Cem Chloe Clara Dario Dina Edith Elena
Elias Emil Erika Ethan Fatima Felix Fiona Frida Gavin Greta Hana Hugo Ida Imran Ines Iris
Ivan Jana Jonas Julia Kai Karim Kira Lara Lena Leo Liam Lina Luca Maja Marco Marta Mia
Mona Nadia Nils Nina Noah Nora Olga Omar Oscar Paula Priya Rafael Rosa Ruth Sami Sara
Selma Sofia Tara Theo Tim Uma Vera Viktor Yara Yusuf Zoe
`
  .trim()
  .split(/\s+/);

export const LAST_NAMES: readonly string[] = `
Abbott Acker Adler Ahmed Bach Baker Becker Berg Bishop Brandt Brooks Castro Cohen Costa
Cross Diaz Dietz Dunn Ebert Ellis Engel Farrell Fischer Flores Fox Frank Garcia Gibson
Graf Gupta Haas Hale Hansen Hart Hoffmann Horn Hughes Ibrahim Jansen Kaya Keller Khan
Klein Koch Kumar Lang Lopez Lorenz Maier Marsh Mendez Moreau Moss Nash Nguyen Novak Okafor
Olsen Ortiz Otto Patel Pereira Pfeiffer Quinn Ramos Reed Richter Roth Sato Schulz Shah
Silva Stein Tanaka Torres Vogel Wagner Walsh Weber Winter Wolf Young Ziegler
`
  .trim()
  .split(/\s+/);

/** Names of outside callers that a trunk or a cloud phone system shows. */
export const BUSINESS_NAMES: readonly string[] = [
  'Alder Logistics',
  'Birch Foods',
  'Cedar Freight',
  'Dune Print',
  'Elm Insurance',
  'Fern Travel',
  'Grove Catering',
  'Harbour Legal',
  'Inlet Supplies',
  'Juniper Health',
  'Kestrel Couriers',
  'Larch Steel',
  'Meadow Bank',
  'North Pier Media',
  'Oak Street Hotel',
  'Pine Electric',
];
