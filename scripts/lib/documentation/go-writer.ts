import * as ts from 'typescript';
import { REPOSITORY } from '../../../projenrc/repository';

const CDK = 'github.com/aws/aws-cdk-go/awscdk/v2';
const RUNTIME = 'github.com/aws/jsii-runtime-go';

/** Writes the statements of an example in Go: calls, literals and constants. */
export class GoWriter {
  private readonly imports = new Set<string>();

  constructor(private readonly checker: ts.TypeChecker, private readonly source: ts.SourceFile) {}

  public write(statements: readonly ts.Statement[]): string {
    const lines = statements.map((statement) => this.comments(statement, this.isAfterEmptyLine(statement)) + this.statement(statement));
    const imports = [...this.imports].sort().map((name) => `\t"${name}"\n`).join('');
    return `import (\n${imports})\n\n${lines.join('\n').trim()}`;
  }

  private statement(statement: ts.Statement): string {
    if (ts.isVariableStatement(statement)) {
      const [{ name, initializer, type }] = statement.declarationList.declarations;
      // A map that is part of another is a value; what a prop or a parameter takes is a pointer.
      const value = type && ts.isObjectLiteralExpression(initializer!) ? this.map(initializer, 'interface{}') : this.expression(initializer!);
      return `${name.getText(this.source)} := ${value}`;
    }
    if (ts.isExpressionStatement(statement)) {
      return this.expression(statement.expression);
    }
    throw this.unknown(statement);
  }

  /** In Go as jsii makes it, values of simple types are pointers, except where any type is accepted. */
  private expression(node: ts.Expression, acceptsAny = false): string {
    if (ts.isStringLiteralLike(node)) {
      const text = node.text.includes('\n') ? `\`${node.text}\`` : JSON.stringify(node.text);
      return acceptsAny ? text : this.pointer('String', text);
    }
    if (ts.isNumericLiteral(node)) {
      return acceptsAny ? node.text : this.pointer('Number', node.text);
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      return acceptsAny ? node.getText(this.source) : this.pointer('Bool', node.getText(this.source));
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.object(node, acceptsAny);
    }
    if (ts.isArrayLiteralExpression(node)) {
      return this.array(node, acceptsAny);
    }
    if (ts.isNewExpression(node)) {
      const symbol = this.symbolOf(node.expression);
      return `${this.packageOf(symbol)}.New${symbol.name}(${this.arguments(node)})`;
    }
    if (ts.isCallExpression(node)) {
      return `${this.callee(node.expression)}(${this.arguments(node)})`;
    }
    if (ts.isPropertyAccessExpression(node)) {
      // An attribute is a function; of the constants only those of enumerations are none.
      return this.callee(node) + (has(this.symbolOf(node).flags, ts.SymbolFlags.EnumMember) ? '' : '()');
    }
    if (ts.isAsExpression(node)) {
      return `${this.expression(node.expression)}.(${this.typeName(this.checker.getTypeAtLocation(node.type))})`;
    }
    if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) {
      return this.expression(node.expression);
    }
    if (ts.isIdentifier(node)) {
      return node.text;
    }
    throw this.unknown(node);
  }

  private callee(node: ts.Expression): string {
    if (!ts.isPropertyAccessExpression(node)) {
      throw this.unknown(node);
    }
    const owner = ts.isIdentifier(node.expression) ? this.symbolOf(node.expression) : undefined;
    const isStatic = owner && has(owner.flags, ts.SymbolFlags.Class, ts.SymbolFlags.Enum);
    const receiver = isStatic ? `${this.packageOf(owner)}.${owner.name}_` : `${this.expression(node.expression)}.`;
    return receiver + exported(node.name.text);
  }

  /** The arguments, and for those that are left out nil, or the empty value of an enumeration. */
  private arguments(call: ts.NewExpression | ts.CallExpression): string {
    const parameters = this.checker.getResolvedSignature(call)!.parameters;
    const types = parameters.map((parameter) => this.checker.getTypeOfSymbolAtLocation(parameter, call));
    const given = [...call.arguments ?? []].map((argument, index) => this.expression(argument, isAny(types[index])));
    return [...given, ...types.slice(given.length).map((type) => (isEnum(this.checker.getNonNullableType(type)) ? '""' : 'nil'))].join(', ');
  }

  private object(node: ts.ObjectLiteralExpression, acceptsAny: boolean): string {
    const type = acceptsAny ? undefined : this.expectedType(node);
    const elementType = type && this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (!type || elementType) {
      return `${type ? '&' : ''}${this.map(node, elementType ? this.typeName(elementType) : 'interface{}')}`;
    }
    const fields = node.properties.map((property) => {
      const name = property.name!.getText(this.source);
      const value = this.valueOf(property, isAny(this.checker.getTypeOfSymbol(type.getProperty(name)!)));
      return `${this.comments(property)}${exported(name)}: ${value},`;
    });
    return `&${this.typeName(type)}{\n${indented(fields.join('\n'))}\n}`;
  }

  private map(node: ts.ObjectLiteralExpression, elementType: string): string {
    const entries = node.properties.map((property) => {
      const { text } = property.name as ts.Identifier | ts.StringLiteral;
      return `${JSON.stringify(text)}: ${this.valueOf(property, elementType === 'interface{}')},`;
    });
    return `map[string]${elementType}{\n${indented(entries.join('\n'))}\n}`;
  }

  private valueOf(property: ts.ObjectLiteralElementLike, acceptsAny: boolean): string {
    if (ts.isShorthandPropertyAssignment(property)) {
      return property.name.text;
    }
    if (ts.isPropertyAssignment(property)) {
      return this.expression(property.initializer, acceptsAny);
    }
    throw this.unknown(property);
  }

  private array(node: ts.ArrayLiteralExpression, acceptsAny: boolean): string {
    const elementType = acceptsAny ? undefined : this.checker.getIndexTypeOfType(this.expectedType(node), ts.IndexKind.Number)!;
    const elements = node.elements.map((element) => this.expression(element, acceptsAny)).join(', ');
    return elementType ? `&[]${this.typeName(elementType)}{${elements}}` : `[]interface{}{${elements}}`;
  }

  private expectedType(node: ts.Expression): ts.Type {
    return this.checker.getNonNullableType(this.checker.getContextualType(node)!);
  }

  private typeName(type: ts.Type): string {
    if (isAny(type)) {
      return 'interface{}';
    }
    if (has(type.flags, ts.TypeFlags.StringLike) && !has(type.flags, ts.TypeFlags.EnumLike)) {
      return '*string';
    }
    const { symbol } = type;
    return `${this.packageOf(symbol)}.${symbol.name}`;
  }

  private pointer(kind: string, value: string): string {
    this.imports.add(RUNTIME);
    return `jsii.${kind}(${value})`;
  }

  private symbolOf(node: ts.Expression): ts.Symbol {
    const symbol = this.checker.getSymbolAtLocation(node)!;
    return has(symbol.flags, ts.SymbolFlags.Alias) ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  /** The name of the Go package that has a class, a struct or an enumeration. */
  private packageOf(symbol: ts.Symbol): string {
    const { fileName } = symbol.declarations![0].getSourceFile();
    const [, cdkModule] = /\/aws-cdk-lib\/([^/]+)\//.exec(fileName) ?? [];
    if (!cdkModule) {
      const name = REPOSITORY.goModule.split('/').at(-1)!.replace(/-go$/, '').replaceAll('-', '');
      this.imports.add(`${REPOSITORY.goModule}/${name}`);
      return name;
    }
    const name = cdkModule === 'core' ? 'awscdk' : cdkModule.replaceAll('-', '');
    this.imports.add(cdkModule === 'core' ? CDK : `${CDK}/${name}`);
    return name;
  }

  private comments(node: ts.Node, isAfterEmptyLine = false): string {
    const ranges = ts.getLeadingCommentRanges(this.source.text, node.getFullStart()) ?? [];
    const comments = ranges.map(({ pos, end }) => this.source.text.slice(pos, end)).filter((comment) => !comment.startsWith('///'));
    return (isAfterEmptyLine ? '\n' : '') + comments.map((comment) => `${comment}\n`).join('');
  }

  private isAfterEmptyLine(node: ts.Node): boolean {
    return /\n[ \t]*\n/.test(this.source.text.slice(node.getFullStart(), node.getStart(this.source)));
  }

  private unknown(node: ts.Node): Error {
    const { line } = this.source.getLineAndCharacterOfPosition(node.getStart(this.source));
    return new Error(`${this.source.fileName}:${line + 1}: there is no Go for ${ts.SyntaxKind[node.kind]}. Extend the class GoWriter, or simplify the example.`);
  }
}

function isAny(type: ts.Type | undefined): boolean {
  return type !== undefined && has(type.flags, ts.TypeFlags.Any, ts.TypeFlags.Unknown);
}

/** Whether flags of the compiler have one of these. */
function has(flags: number, ...tested: number[]): boolean {
  // eslint-disable-next-line no-bitwise
  return tested.some((flag) => (flags & flag) !== 0);
}

function isEnum(type: ts.Type): boolean {
  return has(type.flags, ts.TypeFlags.EnumLike);
}

function exported(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '\t');
}
