/**
 * Seed files: worlds with projects, users, factors and sessions, written down once for both
 * providers, in YAML or JSON.
 *
 * <pre>{@code
 * Seed seed = Seed.parse(Path.of("users.yaml"));
 * World world = emulator.load(seed).get(0);
 * world.export().toYaml();
 * }</pre>
 *
 * <p>The records are the form of the file: a component is a field of the same name; one that may be
 * null may be left out, and so may every list. What a field means stands in the JSON Schema, {@link
 * dev.keyway.emulator.seed.Seed#jsonSchema()}.
 */
@NullMarked
package dev.keyway.emulator.seed;

import org.jspecify.annotations.NullMarked;
