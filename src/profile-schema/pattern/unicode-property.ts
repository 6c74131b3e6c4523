import { CharacterSet, complement, Range, union } from './character-set';
import { GENERAL_CATEGORIES } from './general-categories';

/** The short names of general categories by their long names (ECMA-262, table 69). */
const LONG_NAMES: Readonly<Record<string, string>> = {
  Cased_Letter: 'LC',
  Close_Punctuation: 'Pe',
  Combining_Mark: 'M',
  Connector_Punctuation: 'Pc',
  Control: 'Cc',
  Currency_Symbol: 'Sc',
  Dash_Punctuation: 'Pd',
  Decimal_Number: 'Nd',
  Enclosing_Mark: 'Me',
  Final_Punctuation: 'Pf',
  Format: 'Cf',
  Initial_Punctuation: 'Pi',
  Letter: 'L',
  Letter_Number: 'Nl',
  Line_Separator: 'Zl',
  Lowercase_Letter: 'Ll',
  Mark: 'M',
  Math_Symbol: 'Sm',
  Modifier_Letter: 'Lm',
  Modifier_Symbol: 'Sk',
  Nonspacing_Mark: 'Mn',
  Number: 'N',
  Open_Punctuation: 'Ps',
  Other: 'C',
  Other_Letter: 'Lo',
  Other_Number: 'No',
  Other_Punctuation: 'Po',
  Other_Symbol: 'So',
  Paragraph_Separator: 'Zp',
  Private_Use: 'Co',
  Punctuation: 'P',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Spacing_Mark: 'Mc',
  Symbol: 'S',
  Titlecase_Letter: 'Lt',
  Unassigned: 'Cn',
  Uppercase_Letter: 'Lu',
  cntrl: 'Cc',
  digit: 'Nd',
  punct: 'P',
};

/** Returns the code points of a Unicode general category, such as `Lu` or `Uppercase_Letter`, or of a group such as `L`. */
export function generalCategory(property: string): CharacterSet | undefined {
  const name = property.replace(/^(?:General_Category|gc)=/, '');
  return membersOf(Object.hasOwn(LONG_NAMES, name) ? LONG_NAMES[name] : name);
}

function membersOf(name: string): CharacterSet | undefined {
  if (name === 'Cn') {
    // This includes surrogates, which does not matter because a profile can't contain them.
    return complement(union(Object.values(GENERAL_CATEGORIES).map(decode)));
  }
  if (name === 'C') {
    return union(['Cc', 'Cf', 'Co', 'Cn'].map((category) => membersOf(category)!));
  }
  const sets = Object.entries(GENERAL_CATEGORIES)
    .filter(([category]) => category === name || category[0] === name || (name === 'LC' && ['Ll', 'Lt', 'Lu'].includes(category)))
    .map(([, text]) => decode(text));
  return sets.length > 0 ? union(sets) : undefined;
}

function decode(text: string): CharacterSet {
  const distances = text.split(' ').map((distance) => parseInt(distance, 36));
  const ranges: Range[] = [];
  let position = 0;
  for (let index = 0; index < distances.length; index += 2) {
    const first = position + distances[index];
    position = first + distances[index + 1];
    ranges.push([first, position - 1]);
  }
  return ranges;
}
