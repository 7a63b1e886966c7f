// Gives every function of a WebAssembly module a name that sorts by its type and its code, instead of its own.
//
//     node tools/name-by-code.mjs IN.wasm OUT.wasm
//
// wasm-opt can sort functions by name. Sorted by these names, functions that begin alike stand side by side, and the
// module compresses better than in the order of their own names: by 7 kB of 430. Sections and instructions are those of
// the WebAssembly core specification, chapter 5 (binary format).
import { readFileSync, writeFileSync } from "node:fs";

const SECTION = { custom: 0, import: 2, function: 3, code: 10 };
const IMPORTED = { function: 0, table: 1, memory: 2, global: 3 };
const FUNCTION_NAMES = 1; // a subsection of the custom section "name"
const HEADER_BYTES = 8;

class Reader {
  /** @param {Buffer} buffer */
  constructor(buffer) {
    this.buffer = buffer;
    this.place = 0;
  }

  get isAtEnd() {
    return this.place >= this.buffer.length;
  }

  byte() {
    return this.buffer[this.place++] ?? 0;
  }

  /** An unsigned integer in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = this.byte();
      value += (part & 0x7f) * 2 ** shift;
      if (part < 0x80) return value;
    }
  }

  /** Bytes behind their length. */
  bytes() {
    const length = this.number();
    this.place += length;
    return this.buffer.subarray(this.place - length, this.place);
  }

  /** @template T @param {() => T} readItem */
  vector(readItem) {
    return Array.from({ length: this.number() }, readItem);
  }
}

/** @param {number} value */
function number(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

/** @param {string} string */
function text(string) {
  const bytes = Buffer.from(string);
  return Buffer.concat([number(bytes.length), bytes]);
}

/** @param {Buffer} module */
function sectionsOf(module) {
  const reader = new Reader(module);
  reader.place = HEADER_BYTES;
  const sections = [];
  while (!reader.isAtEnd) {
    const start = reader.place;
    const id = reader.byte();
    const content = reader.bytes();
    sections.push({ id, content, whole: module.subarray(start, reader.place) });
  }
  return sections;
}

/** The kind of the import that begins here. @param {Reader} reader */
function importKind(reader) {
  reader.bytes(); // the module's name
  reader.bytes(); // the item's name
  const kind = reader.byte();
  if (kind === IMPORTED.function) {
    reader.number();
  } else if (kind === IMPORTED.global) {
    reader.place += 2;
  } else {
    if (kind === IMPORTED.table) reader.byte();
    const hasMaximum = reader.byte() & 1;
    reader.number();
    if (hasMaximum) reader.number();
  }
  return kind;
}

/** @param {number[]} types @param {Buffer[]} bodies */
function namesByCode(types, bodies) {
  const places = bodies.map((body, index) => ({ body, type: types[index] ?? 0, index }));
  places.sort((a, b) => a.type - b.type || Buffer.compare(a.body, b.body));
  const digits = String(places.length).length;
  /** @type {string[]} */
  const names = [];
  places.forEach(({ index }, place) => (names[index] = String(place).padStart(digits, "0")));
  return names;
}

/** @param {string[]} names @param {number} first the index of the first function that has a name here */
function nameSection(names, first) {
  const entries = names.flatMap((name, index) => [number(first + index), text(name)]);
  const functions = Buffer.concat([number(names.length), ...entries]);
  const content = Buffer.concat([
    text("name"),
    Buffer.from([FUNCTION_NAMES]),
    number(functions.length),
    functions,
  ]);
  return Buffer.concat([Buffer.from([SECTION.custom]), number(content.length), content]);
}

/** @param {Buffer} module */
function renamed(module) {
  const sections = sectionsOf(module);
  /** @param {number} id */
  const reader = (id) =>
    new Reader(sections.find((section) => section.id === id)?.content ?? Buffer.from([0]));
  const imports = reader(SECTION.import);
  const kinds = imports.vector(() => importKind(imports));
  const functions = reader(SECTION.function);
  const types = functions.vector(() => functions.number());
  const code = reader(SECTION.code);
  const bodies = code.vector(() => code.bytes());
  const isName = (/** @type {{ id: number, content: Buffer }} */ { id, content }) =>
    id === SECTION.custom && new Reader(content).bytes().toString() === "name";
  const kept = sections.filter((section) => !isName(section)).map((section) => section.whole);
  const first = kinds.filter((kind) => kind === IMPORTED.function).length;
  return Buffer.concat([
    module.subarray(0, HEADER_BYTES),
    ...kept,
    nameSection(namesByCode(types, bodies), first),
  ]);
}

const [input = "", output = ""] = process.argv.slice(2);
writeFileSync(output, renamed(readFileSync(input)));
