/**
 * Attributes of projects and users, each declared once as a row: name, type, default, meaning, and
 * where the vendor's own API has it. A row drives what is read from a seed, from the control API,
 * from the page and from the wire, what is shown there, and what is written down again. What a
 * value may be is said in the language of {@code internal.schema}. Knows no vendor.
 *
 * <p>Values are <em>plain</em> on their way in and out: texts, booleans, whole numbers, lists and
 * maps, as JSON and YAML have them.
 */
@NullMarked
package dev.keyway.emulator.internal.attribute;

import org.jspecify.annotations.NullMarked;
