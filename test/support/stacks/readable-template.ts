import { CfnElement, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Document, visit } from 'yaml';

/** The construct paths of what is in a template, by logical ids. */
type Names = ReadonlyMap<string, string>;

/** What the CDK adds to every template. */
const OF_THE_CDK = ['BootstrapVersion', 'CheckBootstrapVersion'];

/** Up to how many characters a list or a map is put on one line. */
const ONE_LINE = 140;

/**
 * A template as a reviewer reads it: in YAML, resource by resource in the order of their construct paths, which stand for the logical ids.
 *
 * `<Path>` is a reference, `<Path.Attribute>` an attribute, also within strings; `<hash>` what changes with each change of the code.
 */
export function readableTemplate(stack: Stack): string {
  const { Resources, ...sections } = Template.fromStack(stack).toJSON();
  const names = constructPaths(stack);
  const resources = Object.entries(Resources).map(([id, resource]) => ({ name: names.get(id)!, value: resource }));
  const others = Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries as object).filter(([id]) => !OF_THE_CDK.includes(id)).map(([id, value]) => ({ name: `${section} ${id}`, value })));
  return [...resources.sort((a, b) => (a.name < b.name ? -1 : 1)), ...others]
    .map(({ name, value }) => yaml({ [name]: readable(value, names) }))
    .join('\n');
}

function yaml(entry: object): string {
  const document = new Document(entry, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node, { length: depth }) {
      // What is above the properties stays in lines of its own.
      node.flow = depth > 5 && JSON.stringify(node).length <= ONE_LINE;
      return node.flow ? visit.SKIP : undefined;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function constructPaths(stack: Stack): Names {
  const elements = stack.node.findAll().filter((construct): construct is CfnElement => CfnElement.isCfnElement(construct));
  return new Map(elements.map((element) => [
    stack.resolve(element.logicalId),
    element.node.path.slice(stack.node.path.length + 1).replace(/\/Resource$/, ''),
  ]));
}

function readable(value: any, names: Names): unknown {
  const text = textOf(value, names);
  if (text !== undefined) {
    // JSON within a string: a dashboard, the format of a log.
    return text.startsWith('{"') ? JSON.parse(text) : text;
  }
  if (Array.isArray(value)) {
    return value.map((element) => readable(element, names));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member, names)]));
  }
  return value;
}

/** What becomes a string at deployment. */
function textOf(value: any, names: Names): string | undefined {
  const nameOf = (id: string) => names.get(id) ?? id;
  if (typeof value === 'string') {
    return nameOf(value).replace(/\b[0-9a-f]{64}\b/g, '<hash>');
  }
  const { Ref: reference, 'Fn::GetAtt': attribute, 'Fn::Sub': template, 'Fn::Join': join } = value ?? {};
  if (reference) {
    return `<${nameOf(reference)}>`;
  }
  if (attribute) {
    return `<${nameOf(attribute[0])}.${attribute[1]}>`;
  }
  if (template) {
    return textOf(template.replace(/\$\{([^}]+)\}/g, (_: string, id: string) => `<${nameOf(id)}>`), names);
  }
  return join?.[1].map((part: unknown) => textOf(part, names)).join(join[0]);
}
