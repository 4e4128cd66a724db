/** The part of JSON Schema (draft 2020-12) that the declarations make use of. */
export interface JsonSchema {
  $schema?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  /** Shown by editors beside each word; no part of the standard, as the next two. */
  enumDescriptions?: string[];
  errorMessage?: string;
  defaultSnippets?: { label: string; description: string; body: unknown }[];
  examples?: unknown[];
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  minProperties?: number;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  anyOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
}
