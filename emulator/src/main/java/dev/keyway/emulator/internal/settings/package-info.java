/**
 * Settings of projects, each declared once as a row: name, type, default, meaning. A row drives
 * what is read from a seed, from the control API and from the page, what is shown there, and what
 * is written down again. Knows no vendor and nothing else of the emulator.
 *
 * <p>Values are <em>plain</em> on their way in and out: texts, booleans, whole numbers, lists and
 * maps, as JSON and YAML have them.
 */
@NullMarked
package dev.keyway.emulator.internal.settings;

import org.jspecify.annotations.NullMarked;
