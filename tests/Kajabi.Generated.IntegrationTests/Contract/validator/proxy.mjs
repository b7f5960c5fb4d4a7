// A proxy on loopback that holds every request against the contract with express-openapi-validator, then hands it on.
//   node proxy.mjs <contract.yaml> <address of the API>
// Says its address on standard output, gives what it found under /-/requests, and ends with its standard input.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import querystring from 'node:querystring';
import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import yaml from 'js-yaml';

const [contractFile, target] = process.argv.slice(2);
const contract = yaml.load(readFileSync(contractFile, 'utf8'));
for (const operation of Object.values(contract.paths).flatMap(path => Object.values(path))) {
  close(operation.requestBody);
  operation.parameters?.forEach(parameter => { parameter.name = plain(parameter.name); });
}

// Described by the API's documentation and left out of its contract; noted, and not checked further.
const undeclared = /^Unknown query parameter '(include|fields\.\w+)'$/;
const requests = [];
const app = express();
app.set('query parser', text => Object.fromEntries(Object.entries(querystring.parse(text)).map(([name, value]) => [plain(name), value])));

app.get('/-/requests', (request, response) => response.json(requests));
app.use((request, response, next) => {
  request.found ??= { method: request.method, url: request.originalUrl, operation: null, problems: [], departures: [] };
  next();
});
const keepBytes = { verify: (request, response, bytes) => { request.bytes = bytes; } };
app.use(express.json({ type: ['application/json', 'application/vnd.api+json'], ...keepBytes }));
app.use(express.urlencoded({ extended: false, ...keepBytes }));
app.use(express.raw({ type: '*/*', ...keepBytes }));
app.use(OpenApiValidator.middleware({ apiSpec: contract, validateApiSpec: false, validateResponses: false, validateRequests: true }));
app.use((request, response) => {
  const media = Object.values(request.openapi.schema.responses).flatMap(answer => Object.keys(answer.content ?? {}));
  if (media.length > 0 && !request.accepts(media)) {
    request.found.problems.push(`Accept is ${request.headers.accept}, and the operation answers ${media}`);
  }
  if (request.bytes?.length > 0 && !request.openapi.schema.requestBody) {
    request.found.problems.push('A body is sent, and the operation takes none');
  }
  handOn(request, response);
});
app.use((error, request, response, next) => {
  const name = undeclared.exec(error.message)?.[1];
  if (name && request.method === 'GET') {
    request.found.departures.push(name);
    delete request.query[name];
    app.handle(request, response);
  } else {
    request.found.problems.push(`${error.status} ${error.message}`);
    handOn(request, response);
  }
});

const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.on('end', () => process.exit()).resume();

// The validator takes filter[site_id] for a path into an object, which it is not here: filter.site_id on both sides.
function plain(name) {
  return name.replaceAll('[', '.').replaceAll(']', '');
}

// A member that the contract does not name is a mistake in a body, though JSON Schema lets it pass.
function close(schema, seen = new Set()) {
  if (!schema || typeof schema !== 'object' || seen.has(schema)) return;
  seen.add(schema);
  if (schema.$ref) close(schema.$ref.slice(2).split('/').reduce((at, name) => at[name], contract), seen);
  if (schema.type === 'object' && schema.properties) schema.additionalProperties ??= false;
  Object.values(schema).forEach(inner => close(inner, seen));
}

function handOn(request, response) {
  if (request.openapi) request.found.operation = `${request.method} ${request.openapi.openApiRoute}`;
  requests.push(request.found);
  const onward = http.request(target + request.originalUrl, { method: request.method, headers: request.headers }, answer => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', error => response.destroy(error));
  onward.end(request.bytes);
}
