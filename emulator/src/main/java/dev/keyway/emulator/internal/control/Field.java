package dev.keyway.emulator.internal.control;

/**
 * A field of a body, or a query parameter.
 *
 * @param name as it is sent
 * @param type what it may be
 * @param required whether it must be there
 * @param description what it means, with its default
 */
record Field(String name, Type type, boolean required, String description) {}
