package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.fault.FaultTable;
import dev.keyway.emulator.internal.ledger.RecordingLedger;
import java.time.Clock;

/**
 * What the HTTP side keeps for one world.
 *
 * @param world its name
 * @param clock its time
 * @param ledger its requests
 * @param faults its faults
 */
public record Tenant(String world, Clock clock, RecordingLedger ledger, FaultTable faults) {}
