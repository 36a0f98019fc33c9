package dev.keyway.browser;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that share the browser, one after the other: it has one set of cookies. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({EmulatorExtension.class, ChromiumExtension.class})
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("chromium")
@interface InChromium {}
