/**
 * The .proto files as plain values: what the two writers (interfaces, codecs) need to know of each message, with every
 * type name resolved to the module that will declare it.
 */
import protobuf from "protobufjs";

/** Scalar kinds the contract uses; `message` and `enum` carry a `type`. */
export type Kind =
  | "double" | "float" | "int32" | "int64" | "uint32" | "uint64" | "bool" | "string" | "bytes" | "enum" | "message";

/** A message or enum by the module that declares it and its flattened name there. */
export interface TypeRef {
  readonly module: string;
  readonly name: string;
}

export interface Field {
  readonly name: string;
  readonly number: number;
  readonly kind: Kind;
  readonly type?: TypeRef;
  readonly label: "required" | "optional" | "repeated" | "map";
  /** The declared default, as the value JSON shows. */
  readonly default?: string | number | boolean;
  readonly deprecated: boolean;
  readonly v0Only: boolean;
  /** The members of the oneof this field belongs to, without the field. */
  readonly rivals: readonly string[];
}

export interface MessageType {
  readonly kind: "message";
  readonly name: string;
  readonly fullName: string;
  /** In declaration order, which is the order of JSON. */
  readonly fields: readonly Field[];
}

export interface EnumType {
  readonly kind: "enum";
  readonly name: string;
  readonly fullName: string;
  readonly values: readonly { readonly name: string; readonly number: number }[];
}

export interface Module {
  readonly name: string;
  readonly types: readonly (MessageType | EnumType)[];
}

/** Fields declared in v0 only (see proto/mesos.proto). */
const V0_ONLY = new Set(["mesos.v1.AgentInfo.checkpoint"]);

/** Parses the files (name -> text) into modules, one per file, in the order of their names. */
export function readSchema(sources: Readonly<Record<string, string>>): Module[] {
  const moduleOfType = new Map<protobuf.ReflectionObject, string>();
  const root = new protobuf.Root();
  const names = Object.keys(sources).sort();
  const tops = new Map<string, protobuf.ReflectionObject[]>();
  for (const file of names) {
    const module = file.replace(/\.proto$/, "");
    const before = new Set(allTypes(root));
    protobuf.parse(sources[file] ?? "", root, { keepCase: true });
    const added = allTypes(root).filter((type) => !before.has(type));
    for (const type of added) moduleOfType.set(type, module);
    tops.set(module, added);
  }
  root.resolveAll();
  return [...tops].map(([name, types]) => ({
    name,
    types: types.map((type) => (type instanceof protobuf.Enum ? enumType(type) : messageType(type, moduleOfType))),
  }));
}

/** Every message and enum below `space`, parents before what is nested in them. */
function allTypes(space: protobuf.NamespaceBase): protobuf.ReflectionObject[] {
  return space.nestedArray.flatMap((child) => {
    if (child instanceof protobuf.Enum) return [child];
    if (child instanceof protobuf.Type) return [child, ...allTypes(child)];
    return child instanceof protobuf.Namespace ? allTypes(child) : [];
  });
}

function enumType(type: protobuf.Enum): EnumType {
  const values = Object.keys(type.values).map((name) => ({ name, number: type.values[name] ?? 0 }));
  return { kind: "enum", name: flatName(type), fullName: type.fullName.slice(1), values };
}

function messageType(type: protobuf.ReflectionObject, modules: Map<protobuf.ReflectionObject, string>): MessageType {
  if (!(type instanceof protobuf.Type)) throw new Error(`${type.fullName} is neither a message nor an enum`);
  const fields = type.fieldsArray.map((field) => readField(field, modules));
  return { kind: "message", name: flatName(type), fullName: type.fullName.slice(1), fields };
}

function readField(field: protobuf.Field, modules: Map<protobuf.ReflectionObject, string>): Field {
  const resolved = field.resolvedType;
  const kind = resolved === null ? (field.type as Kind) : resolved instanceof protobuf.Enum ? "enum" : "message";
  const rivals = field.partOf?.fieldsArray.filter((other) => other !== field).map((other) => other.name) ?? [];
  return {
    name: field.name,
    number: field.id,
    kind,
    type: resolved === null ? undefined : { module: modules.get(resolved) ?? "", name: flatName(resolved) },
    label: field.map ? "map" : field.repeated ? "repeated" : field.required ? "required" : "optional",
    default: field.options?.["default"] as string | number | boolean | undefined,
    deprecated: field.options?.["deprecated"] === true,
    v0Only: V0_ONLY.has(field.fullName.slice(1)),
    rivals,
  };
}

/** `Offer.Operation.Launch` is Offer_Operation_Launch. */
function flatName(type: protobuf.ReflectionObject): string {
  const parent = type.parent;
  return parent instanceof protobuf.Type ? `${flatName(parent)}_${type.name}` : type.name;
}
