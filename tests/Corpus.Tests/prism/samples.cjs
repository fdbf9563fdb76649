// Prints, for every operation of a document, a valid request: made and checked by Prism's own libraries, not by ours.
// node samples.cjs FILE → [{ method, path, parameters: [{ in, name, value }], body: { mediaType, value, schema }, credentials: [{ in, name, value }], shows, succeeds }]
const { createRequire } = require('node:module');
const prism = createRequire(require.resolve('@stoplight/prism-cli/package.json'));
const { getHttpOperationsFromSpec } = prism('@stoplight/prism-http');
const http = createRequire(prism.resolve('@stoplight/prism-http/package.json'));
const { JSONSchemaFaker } = http('json-schema-faker');
const seedrandom = http('seedrandom');
const Ajv = http('ajv').default;
const formats = http('ajv-formats').default;

const ajv = formats(new Ajv({ strict: false, logger: false, unicodeRegExp: false }));
ajv.addFormat('int32', true); ajv.addFormat('int64', true);
JSONSchemaFaker.option({
  failOnInvalidTypes: false, failOnInvalidFormat: false, ignoreMissingRefs: true, refDepthMax: 2,
  maxItems: 2, maxLength: 40, optionalsProbability: 1, alwaysFakeOptionals: true, fixedProbabilities: true,
});

/** What no validator takes in a schema, although documents have it. */
function mend(schema) {
  if (Array.isArray(schema)) return schema.map(mend);
  if (schema === null || typeof schema !== 'object') return schema;
  const mended = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, mend(value)]));
  if (mended.type === undefined && mended.nullable !== undefined && typeof mended.nullable === 'boolean') delete mended.nullable;
  for (const bound of ['minimum', 'maximum']) if (Math.abs(mended[bound]) > 1e15) delete mended[bound]; // more than any validator counts
  delete mended.discriminator; // its mapping refers to what is no longer there
  if (mended.type === 'file') Object.assign(mended, { type: 'string', format: 'binary' });
  return mended;
}

/** What only the server sets is no part of a request. */
function withoutReadOnly(schema) {
  if (Array.isArray(schema)) return schema.map(withoutReadOnly);
  if (schema === null || typeof schema !== 'object') return schema;
  const result = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutReadOnly(value)]));
  if (result.properties && typeof result.properties === 'object') {
    const gone = Object.keys(result.properties).filter(name => result.properties[name]?.readOnly === true);
    for (const name of gone) delete result.properties[name];
    if (Array.isArray(result.required)) result.required = result.required.filter(name => !gone.includes(name));
  }
  return result;
}

/** The schema with what its references lead to, so that it stands alone. */
function alone(schema, bundled) {
  const reached = {};
  const renamed = node => {
    if (Array.isArray(node)) return node.map(renamed);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === '$ref' && typeof value === 'string' ? moved(value) : renamed(value)]));
  };
  const moved = reference => {
    const [, root, ...path] = reference.split('/');
    if (root !== '__bundled__') return reference;
    const name = path.join('.');
    if (!(name in reached)) {
      reached[name] = true;
      reached[name] = renamed(path.reduce((node, part) => node?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], bundled) ?? {});
    }
    return `#/definitions/${name}`;
  };
  const result = renamed(schema);
  return Object.keys(reached).length > 0 ? { ...result, definitions: reached } : result;
}

/** An empty part of a path would reach another one. */
function notEmpty(schema) {
  const mended = mend(schema ?? { type: 'string' });
  return mended.type === 'string' && mended.pattern === undefined ? { minLength: 1, ...mended } : mended;
}

/** A valid value; null where none could be made. */
function sample(schema, bundled, seed) {
  const whole = { ...schema, __bundled__: bundled };
  let check;
  try { check = ajv.compile(whole); } catch (error) { if (process.env.DEBUG) console.error(error.message); return null; }
  for (const optional of [1, 0]) {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        // two of each: Prism takes a single field of a form for no list
        JSONSchemaFaker.option({ minItems: attempt < 2 ? 2 : 0, random: seedrandom(`${seed} ${optional} ${attempt}`), optionalsProbability: optional, alwaysFakeOptionals: optional === 1 });
        const value = JSONSchemaFaker.generate(structuredClone(whole));
        if (value !== undefined && check(value)) return { value };
      } catch { /* another attempt */ }
    }
  }
  return null;
}

/** What the document's security schemes ask for; Prism takes anything of the right kind. */
function credentials(operation) {
  return (operation.security ?? []).flat().flatMap(scheme =>
    scheme.type === 'apiKey' ? [{ in: scheme.in, name: scheme.name, value: 'any' }]
      : [{ in: 'header', name: 'Authorization', value: scheme.scheme === 'basic' ? 'Basic YW55OmFueQ==' : 'Bearer any' }]);
}

async function main() {
  const operations = await getHttpOperationsFromSpec(process.argv[2]);
  const result = operations.map(operation => {
    const bundled = mend(operation.__bundled__);
    const request = operation.request ?? {};
    const parameters = [];
    for (const place of ['path', 'query', 'headers', 'cookie']) {
      for (const parameter of request[place] ?? []) {
        const made = sample(place === 'path' ? notEmpty(parameter.schema) : mend(parameter.schema ?? { type: 'string' }), bundled, operation.method + operation.path + parameter.name);
        parameters.push({ in: place === 'headers' ? 'header' : place, name: parameter.name, style: parameter.style, explode: parameter.explode, required: !!parameter.required, made: made !== null, value: made?.value });
      }
    }
    const content = request.body?.contents?.[0];
    let body = null;
    if (content) {
      body = { mediaType: content.mediaType, required: !!request.body.required, schema: withoutReadOnly(mend(content.schema ?? {})) };
      const made = sample(body.schema, bundled, operation.method + operation.path);
      Object.assign(body, { made: made !== null, value: made?.value, schema: alone(body.schema, bundled) });
    }
    return { method: operation.method.toUpperCase(), path: operation.path, parameters, body, credentials: credentials(operation), shows: (operation.responses ?? []).some(reply => /^(2|default)/i.test(reply.code) && reply.contents?.length > 0),
      succeeds: (operation.responses ?? []).some(reply => /^(2|default)/i.test(reply.code)) };
  });
  process.stdout.write(JSON.stringify({ operations: result, bundled: operations[0]?.__bundled__ ?? null }));
}
main().catch(error => { console.error(error.message); process.exit(1); });
