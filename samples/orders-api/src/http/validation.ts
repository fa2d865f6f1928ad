import { isOrderState, orderStates, type NewOrder, type OrderLine, type OrderState } from "../orders/order";
import type { OrderQuery } from "../orders/orderService";
import { InvalidRequest, type FieldError } from "./problem";

const maxLines = 100;
const maxPageSize = 100;
const skuPattern = /^[A-Z0-9][A-Z0-9-]{1,31}$/;

/** All problems of a request are told at once, each with the path of its field. */
class Findings {
  private readonly errors: FieldError[] = [];

  add(field: string, message: string): void {
    this.errors.push({ field, message });
  }

  throwIfAny(): void {
    if (this.errors.length > 0) {
      throw new InvalidRequest(this.errors);
    }
  }
}

export function parseNewOrder(body: unknown): NewOrder {
  const findings = new Findings();
  const fields = asFields(body);
  const customer = parseCustomer(fields.customer, findings);
  const lines = parseLines(fields.lines, findings);
  findings.throwIfAny();
  return { customer, lines };
}

export function parseStateChange(body: unknown): OrderState {
  const { state } = asFields(body);
  if (!isOrderState(state)) {
    throw new InvalidRequest([{ field: "state", message: `must be one of ${orderStates.join(", ")}` }]);
  }
  return state;
}

export function parseQuery(query: Record<string, unknown>): OrderQuery {
  const findings = new Findings();
  const { state } = query;
  if (state !== undefined && !isOrderState(state)) {
    findings.add("state", `must be one of ${orderStates.join(", ")}`);
  }
  const limit = parseCount(query.limit, { field: "limit", fallback: 20, min: 1, max: maxPageSize }, findings);
  const offset = parseCount(query.offset, { field: "offset", fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER }, findings);
  findings.throwIfAny();
  return isOrderState(state) ? { state, limit, offset } : { limit, offset };
}

function parseCustomer(value: unknown, findings: Findings): string {
  const customer = typeof value === "string" ? value.trim() : "";
  if (customer.length === 0 || customer.length > 100) {
    findings.add("customer", "must be a text of 1 to 100 characters");
  }
  return customer;
}

function parseLines(value: unknown, findings: Findings): readonly OrderLine[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxLines) {
    findings.add("lines", `must be a list of 1 to ${maxLines} lines`);
    return [];
  }
  return value.map((line, index) => parseLine(line, `lines[${index}]`, findings));
}

function parseLine(value: unknown, path: string, findings: Findings): OrderLine {
  const line = asFields(value);
  const sku = typeof line.sku === "string" ? line.sku : "";
  if (!skuPattern.test(sku)) {
    findings.add(`${path}.sku`, "must be 2 to 32 capital letters, digits or dashes");
  }
  return {
    sku,
    quantity: parseWhole(line.quantity, { field: `${path}.quantity`, min: 1, max: 1_000 }, findings),
    unitPriceCents: parseWhole(line.unitPriceCents, { field: `${path}.unitPriceCents`, min: 0, max: 10_000_000 }, findings),
  };
}

interface Range {
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

function parseWhole(value: unknown, range: Range, findings: Findings): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= range.min && value <= range.max) {
    return value;
  }
  findings.add(range.field, `must be a whole number from ${range.min} to ${range.max}`);
  return range.min;
}

function parseCount(value: unknown, range: Range & { readonly fallback: number }, findings: Findings): number {
  if (value === undefined) {
    return range.fallback;
  }
  const isDigits = typeof value === "string" && /^\d{1,15}$/.test(value);
  return parseWhole(isDigits ? Number(value) : undefined, range, findings);
}

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
