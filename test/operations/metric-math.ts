/** A number that is written out, or a data point of a time series, which may be missing. */
type Operand = { readonly constant: number } | { readonly point: number | undefined };

const TOKEN = /\s*([A-Za-z]\w*|\d+|[-+*/()])/y;

/**
 * The value of an expression at one time: the operators of metric math, as AWS documents them. Functions are not among them.
 *
 * @param points the data points by the id of their metric; one that is not there is missing
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function evaluate(expression: string, points: Record<string, number | undefined>): number | undefined {
  const tokens = tokensOf(expression);

  function sum(): Operand {
    let left = product();
    while (tokens[0] === '+' || tokens[0] === '-') {
      left = operate(tokens.shift()!, left, product());
    }
    return left;
  }

  function product(): Operand {
    let left = atom();
    while (tokens[0] === '*' || tokens[0] === '/') {
      left = operate(tokens.shift()!, left, atom());
    }
    return left;
  }

  function atom(): Operand {
    const token = tokens.shift();
    if (token === '(') {
      const inner = sum();
      if (tokens.shift() !== ')') {
        throw new Error(`No end of a bracket in ${expression}`);
      }
      return inner;
    }
    if (token === undefined || !/^\w+$/.test(token) || tokens[0] === '(') {
      throw new Error(`Not an operand in ${expression}: ${token}`);
    }
    return /^\d/.test(token) ? { constant: Number(token) } : { point: points[token] };
  }

  const result = sum();
  if (tokens.length > 0 || 'constant' in result) {
    throw new Error(`Not a time series: ${expression}`);
  }
  return result.point;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const match = TOKEN.exec(expression);
    if (!match) {
      throw new Error(`Not metric math: ${expression}`);
    }
    tokens.push(match[1]);
  }
  return tokens;
}

function operate(operator: string, left: Operand, right: Operand): Operand {
  if ('constant' in left && 'constant' in right) {
    return { constant: apply(operator, left.constant, right.constant) };
  }
  // Where no series has a data point, the result has none.
  if ([left, right].every((operand) => 'point' in operand ? operand.point === undefined : true)) {
    return { point: undefined };
  }
  const result = apply(operator, valueOf(left), valueOf(right));
  // A data point that is divided by zero is dropped.
  return { point: Number.isFinite(result) ? result : undefined };
}

/** A missing value counts as 0. */
function valueOf(operand: Operand): number {
  return 'constant' in operand ? operand.constant : operand.point ?? 0;
}

function apply(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    default: return left / right;
  }
}
