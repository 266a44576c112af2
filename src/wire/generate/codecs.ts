/** Writes src/wire/gen: per message an encoder, a decoder and the codec constant that puts them together. */
import type { Field, MessageType, Module, TypeRef } from "./schema.ts";

/** The text of one module of codecs; `recursive` holds the full names of messages that may contain themselves. */
export function writeCodecs(module: Module, recursive: ReadonlySet<string>): string {
  const messages = module.types.filter((type) => type.kind === "message");
  const body = messages.flatMap((type) => ["", ...messageLines(type, module.name, recursive)]);
  const text = body.join("\n");
  const lines = [
    `// Made by \`npm run generate\` from src/wire/proto/${module.name}.proto. Do not edit.`,
    "import type {",
    ...messages.map((type) => `  ${type.name},`),
    `} from "../../model/gen/${module.name}.ts";`,
    ...helperImport(text),
    `import { makeCodec } from "../codec.ts";`,
    ...foreignImports(module, messages),
    ...shapeModules(module, messages).map((name) => `import * as ${name}Shapes from "./shapes/${name}.ts";`),
  ];
  return `${[...lines, text].join("\n")}\n`;
}

const HELPERS = [
  "draftOf", "emptyMap", "endOfMessage", "enterNested", "finishMessage", "readAgain", "readBigInt64", "readBytes", "readInt64", "readShared",
  "readUint64", "readWord", "skipField", "writeBigInt64", "writeInt64", "writeShared", "writeUint64",
];

function helperImport(text: string): string[] {
  const used = HELPERS.filter((name) => text.includes(`${name}(`) || text.includes(`${name}<`));
  return [
    `import { ${used.join(", ")} } from "../binary.ts";`,
    `import type { Draft, WireReader, Writer } from "../binary.ts";`,
  ];
}

/** Encoders and decoders of messages that another module declares. */
function foreignImports(module: Module, messages: readonly MessageType[]): string[] {
  const names = new Map<string, Set<string>>();
  for (const field of messages.flatMap((type) => type.fields)) {
    if (field.kind !== "message" || field.type === undefined || field.type.module === module.name) continue;
    const set = names.get(field.type.module) ?? new Set();
    names.set(field.type.module, set.add(`decode${field.type.name}`).add(`encode${field.type.name}`));
  }
  return [...names].sort().map(([from, set]) => {
    return `import {\n${[...set].sort().map((name) => `  ${name},`).join("\n")}\n} from "./${from}.ts";`;
  });
}

/** Modules whose shapes are used: the own one (codecs) and those of foreign enums. */
function shapeModules(module: Module, messages: readonly MessageType[]): string[] {
  const enums = messages.flatMap((type) => type.fields).filter((field) => field.kind === "enum");
  return [...new Set([module.name, ...enums.map((field) => field.type?.module ?? "")])].sort();
}

function messageLines(type: MessageType, module: string, recursive: ReadonlySet<string>): string[] {
  const { name } = type;
  const isRecursive = recursive.has(type.fullName);
  return [
    ...encoderLines(type),
    "",
    ...decoderLines(type, isRecursive),
    ...type.fields.filter((field) => field.label === "map").flatMap((field) => ["", ...mapEntryLines(type, field)]),
    "",
    `/** ${type.fullName} */`,
    `export const ${name}Codec = makeCodec<${name}>(${module}Shapes.${name}, encode${name}, decode${name});`,
  ];
}

function encoderLines(type: MessageType): string[] {
  const { name } = type;
  if (type.fields.length === 0) return [`export function encode${name}(_w: Writer, _m: ${name}): void {}`];
  const sorted = type.fields.toSorted((a, b) => a.number - b.number);
  return [
    `export function encode${name}(w: Writer, m: ${name}): void {`,
    ...sorted.flatMap((field) => encodeField(field)),
    "}",
  ];
}

function encodeField(field: Field): string[] {
  const value = `m.${field.name}`;
  switch (field.label) {
    case "required":
      return [`  ${encodeOne(field, value)}`];
    case "optional":
      return [`  if (${value} !== undefined) { ${encodeOne(field, value)} }`];
    case "repeated":
      return [`  if (${value} !== undefined) for (const item of ${value}) { ${encodeOne(field, "item")} }`];
    case "map":
      return [
        `  if (${value} !== undefined) {`,
        `    for (const key of Object.keys(${value})) {`,
        `      w.uint32(${tagOf(field.number, "bytes")}).fork().uint32(10).string(key);`,
        `      ${encodeOne({ ...field, number: 2 }, `${value}[key]!`)}`,
        "      w.ldelim();",
        "    }",
        "  }",
      ];
  }
}

/** One value with its tag. */
function encodeOne(field: Field, value: string): string {
  const tag = tagOf(field.number, field.kind);
  switch (field.kind) {
    case "message":
      if (WRITTEN_SHARED.has(field.type?.name ?? "")) return `w.uint32(${tag}); writeShared(w, ${value}, encode${field.type?.name});`;
      return `w.uint32(${tag}).fork(); encode${field.type?.name}(w, ${value}); w.ldelim();`;
    case "enum":
      return `w.uint32(${tag}).int32(${enumTable(field.type)}.numbers[${value}]);`;
    case "int64":
      return `w.uint32(${tag}); ${field.name === "nanoseconds" ? "writeBigInt64" : "writeInt64"}(w, ${value});`;
    case "uint64":
      return `w.uint32(${tag}); writeUint64(w, ${value});`;
    default:
      return `w.uint32(${tag}).${field.kind}(${value});`;
  }
}

function decoderLines(type: MessageType, isRecursive: boolean): string[] {
  const { name } = type;
  const required = type.fields.filter((field) => field.label === "required");
  return [
    `const ${name}Draft = draftOf<${name}>();`,
    `export function decode${name}(r: WireReader, end: number, into?: ${name}): ${name} {`,
    `  const m = (into ?? new ${name}Draft()) as Draft<${name}>;`,
    ...(isRecursive ? ["  enterNested(r);"] : []),
    "  while (r.pos < end) {",
    "    const tag = r.tag();",
    ...(type.fields.length === 0
      ? ["    skipField(r, tag);"]
      : [
          "    switch (tag) {",
          ...type.fields.toSorted((a, b) => a.number - b.number).flatMap((field) => decodeField(type, field)),
          "      default: skipField(r, tag);",
          "    }",
        ]),
    "  }",
    "  finishMessage(r, end);",
    ...(isRecursive ? ["  r.nesting -= 1;"] : []),
    ...(required.length > 0
      ? [`  if (${required.map((field) => `m.${field.name} === undefined`).join(" || ")}) r.lacksRequired = true;`]
      : []),
    `  return m as ${name};`,
    "}",
  ];
}

/** The cases of one field in the decoder's switch. */
function decodeField(type: MessageType, field: Field): string[] {
  const member = `m.${field.name}`;
  const start = `      case ${tagOf(field.number, field.kind)}:`;
  if (field.label === "map") {
    return [`${start} read${type.name}_${field.name}(r, endOfMessage(r, end), (${member} ??= emptyMap())); break;`];
  }
  const clear = field.rivals.map((rival) => ` if (m.${rival} !== undefined) delete m.${rival};`).join("");
  // A list that begins with one has room for one: most have no more, and an empty one would make room for 17.
  const take = (value: string) =>
    field.label === "repeated"
      ? `const one = ${value}; if (${member} === undefined) ${member} = [one]; else ${member}.push(one);`
      : `${member} = ${value};${clear}`;
  if (field.kind !== "enum") {
    const value = decodeOne(field, field.label === "repeated" ? undefined : member);
    const [before, after] = field.label === "repeated" ? ["{ ", " }"] : ["", ""];
    return [`${start} ${before}${take(value)} break;${after}`, ...packedLines(field, take(value))];
  }
  const name = `${enumTable(field.type)}.names[r.int32()]`;
  const known = `const value = ${name}; if (value !== undefined) { ${take("value")} }`;
  return [`${start} { ${known} break; }`, ...packedLines(field, known)];
}

/** Repeated numbers may also come packed, though Mesos never packs; `take` reads one. */
function packedLines(field: Field, take: string): string[] {
  if (field.label !== "repeated" || ["message", "string", "bytes"].includes(field.kind)) return [];
  return [
    `      case ${tagOf(field.number, "bytes")}: {`,
    "        const packedEnd = endOfMessage(r, end);",
    `        while (r.pos < packedEnd) { ${take} }`,
    "        finishMessage(r, packedEnd);",
    "        break;",
    "      }",
  ];
}

/** Messages that come again and again with the same bytes (see `readShared`). */
const SHARED = new Set(["AgentID", "FrameworkID", "FrameworkInfo", "NetworkInfo", "Resource"]);
/** Messages that come several times with the same bytes in one that contains them (see `readAgain`). */
const REPEATED = new Set(["TaskID"]);

/** Texts that are mostly the same few (see `readWord`). */
const WORDS = new Set(["name", "version"]);

/** Of these the ones that are longer to write than to look up (see `writeShared`). */
const WRITTEN_SHARED = new Set(["FrameworkInfo", "Resource"]);

/** The expression that reads one value; a message sent twice is merged into `previous`. */
function decodeOne(field: Field, previous: string | undefined): string {
  switch (field.kind) {
    case "message":
      if (SHARED.has(field.type?.name ?? "")) return `readShared(r, end, decode${field.type?.name}, ${previous})`;
      if (REPEATED.has(field.type?.name ?? "")) return `readAgain(r, end, decode${field.type?.name}, ${previous})`;
      return `decode${field.type?.name}(r, endOfMessage(r, end)${previous === undefined ? "" : `, ${previous}`})`;
    case "int64":
      return field.name === "nanoseconds" ? "readBigInt64(r)" : "readInt64(r)";
    case "uint64":
      return "readUint64(r)";
    case "bytes":
      return "readBytes(r)";
    case "string":
      return WORDS.has(field.name) ? "readWord(r)" : "r.string()";
    default:
      return `r.${field.kind}()`;
  }
}

/** One entry of a map: a message of key = 1 and value = 2, either of which may be left out. */
function mapEntryLines(type: MessageType, field: Field): string[] {
  const valueType = field.kind === "message" ? (field.type?.name ?? "") : "string";
  const mapType = `Record<string, ${typeOfValue(field)}>`;
  const absent = field.kind === "message" ? `decode${valueType}(r, r.pos)` : '""';
  return [
    `function read${type.name}_${field.name}(r: WireReader, end: number, map: ${mapType}): void {`,
    '  let key = "";',
    `  let value: ${typeOfValue(field)} | undefined;`,
    "  while (r.pos < end) {",
    "    const tag = r.tag();",
    "    switch (tag) {",
    '      case 10: key = r.string(); break;',
    `      case 18: value = ${decodeOne(field, field.kind === "message" ? "value" : undefined)}; break;`,
    "      default: skipField(r, tag);",
    "    }",
    "  }",
    "  finishMessage(r, end);",
    `  map[key] = value ?? ${absent};`,
    "}",
  ];
}

function typeOfValue(field: Field): string {
  return field.kind === "message" ? `ReturnType<typeof decode${field.type?.name}>` : "string";
}

function enumTable(type: TypeRef | undefined): string {
  return `${type?.module}Shapes.${type?.name}`;
}

/** Field number and wire type in one number. */
function tagOf(number: number, kind: Field["kind"]): number {
  const wireType = { double: 1, float: 5, string: 2, bytes: 2, message: 2 }[kind as string] ?? 0;
  return number * 8 + wireType;
}
