// A loopback proxy that validates every request against the OpenAPI document with express-openapi-validator, then forwards it.
//   node proxy.mjs <contract.yaml> <URL of the API>
// Prints its URL to standard output, returns the results at /-/requests, and exits at the end of standard input.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import querystring from 'node:querystring';
import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import yaml from 'js-yaml';

const [contractFile, target] = process.argv.slice(2);
const contract = yaml.load(readFileSync(contractFile, 'utf8'));
for (const operation of Object.values(contract.paths).flatMap(path => Object.values(path))) {
  rejectUndeclaredMembers(operation.requestBody);
  operation.parameters?.forEach(parameter => { parameter.name = plain(parameter.name); });
}

// Described by the API documentation but not declared in the OpenAPI document; recorded, not validated.
const undeclared = /^Unknown query parameter '(include|fields\.\w+)'$/;
const comparisons = 'eq|not_eq|cont|not_cont|start|end';
const filters = {
  '/v1/blog_posts': 'site_id|(title|content|slug|page_title|page_description|published_at|created_at|updated_at|image_url|image_alt_text|tags)'
    + `_(${comparisons})`,
  '/v1/landing_pages': `site_id|(title|publish_at|created_at|updated_at)_(${comparisons}|gt|gte|lt|lte)`,
  '/v1/website_pages': 'site_id',
  '/v1/purchases': '(multipay_payments_made|opt_in|currency|effective_start_at|cardholder_name|billing_address_zip|deactivated_at'
    + `|deactivation_reason|coupon_code|source|referrer|quantity|created_at|updated_at)_(${comparisons}|gt|gte|lt|lte)|amount_in_cents_(eq|gt)`,
  '/v1/orders': 'created_at_(gteq|lteq)|total_price_in_cents_gt|order_number_cont|currency_code_(start|in)',
  '/v1/order_items': 'quantity_gt|total_price_in_cents_(gteq|lteq)|item_type_(cont|not_in)|title_i_cont|item_id_in',
};
const requests = [];
const app = express();
app.set('query parser', text => Object.fromEntries(Object.entries(querystring.parse(text)).map(([name, value]) => [plain(name), value])));

app.get('/-/requests', (request, response) => response.json(requests));
app.use((request, response, next) => {
  request.found ??= { method: request.method, url: request.originalUrl, operation: null, problems: [], undeclaredParameters: [] };
  next();
});
const keepBytes = { verify: (request, response, bytes) => { request.bytes = bytes; } };
app.use(express.json({ type: ['application/json', 'application/vnd.api+json'], ...keepBytes }));
app.use(express.urlencoded({ extended: false, ...keepBytes }));
app.use(express.raw({ type: '*/*', ...keepBytes }));
app.use(OpenApiValidator.middleware({ apiSpec: contract, validateApiSpec: false, validateResponses: false, validateRequests: true }));
app.use((request, response) => {
  const media = Object.values(request.openapi.schema.responses).flatMap(response => Object.keys(response.content ?? {}));
  if (media.length > 0 && !request.accepts(media)) {
    request.found.problems.push(`Accept is ${request.headers.accept}, but the operation returns ${media}`);
  }
  if (request.bytes?.length > 0 && !request.openapi.schema.requestBody) {
    request.found.problems.push('A body is sent, but the operation has no request body');
  }
  forward(request, response);
});
app.use((error, request, response, next) => {
  const filter = new RegExp(`^Unknown query parameter '(filter\\.(?:${filters[request.path] ?? '(?!)'}))'$`);
  const name = (undeclared.exec(error.message) ?? filter.exec(error.message))?.[1];
  if (name && request.method === 'GET') {
    request.found.undeclaredParameters.push(name);
    delete request.query[name];
    app.handle(request, response);
  } else {
    request.found.problems.push(`${error.status} ${error.message}`);
    forward(request, response);
  }
});

const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.on('end', () => process.exit()).resume();

// The validator parses filter[site_id] as a path into an object, so both sides use filter.site_id.
function plain(name) {
  return name.replaceAll('[', '.').replaceAll(']', '');
}

// An undeclared member in a body is a mistake, although JSON Schema allows it.
function rejectUndeclaredMembers(schema, seen = new Set()) {
  if (!schema || typeof schema !== 'object' || seen.has(schema)) return;
  seen.add(schema);
  if (schema.$ref) rejectUndeclaredMembers(schema.$ref.slice(2).split('/').reduce((at, name) => at[name], contract), seen);
  if (schema.type === 'object' && schema.properties) schema.additionalProperties ??= false;
  Object.values(schema).forEach(inner => rejectUndeclaredMembers(inner, seen));
}

function forward(request, response) {
  if (request.openapi) request.found.operation = `${request.method} ${request.openapi.openApiRoute}`;
  requests.push(request.found);
  const forwarded = http.request(target + request.originalUrl, { method: request.method, headers: request.headers }, upstream => {
    response.writeHead(upstream.statusCode, upstream.headers);
    upstream.pipe(response);
  });
  forwarded.on('error', error => response.destroy(error));
  forwarded.end(request.bytes);
}
