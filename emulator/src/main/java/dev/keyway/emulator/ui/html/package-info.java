/**
 * Writing HTML that cannot be broken out of. Internal to the emulator.
 *
 * <p>A page is a tree of {@link dev.keyway.emulator.ui.html.Element}s. What is put into it as a
 * string comes out as text: there is no way to add markup that was not built here, no inline script
 * or style, and addresses are {@link dev.keyway.emulator.ui.html.Url}s, which are http, https or
 * local.
 *
 * <p>Why not a template library: the smallest that escape by context bring a compiler step or parse
 * templates at run time, and what the emulator needs of them is in this package.
 */
@NullMarked
package dev.keyway.emulator.ui.html;

import org.jspecify.annotations.NullMarked;
