package example

import dev.keyway.AuthClient
import dev.keyway.AuthConfig
import dev.keyway.Capability
import dev.keyway.emulator.AuthEmulator
import dev.keyway.emulator.World
import java.net.BindException
import java.net.URI
import kotlin.system.exitProcess

private const val PORT = 8080

/**
 * What browsers call the application: behind a proxy that ends TLS something like
 * `https://shop.example.com`. Cookies are Secure then.
 */
private val site = URI.create(System.getenv("SITE") ?: "http://localhost:$PORT")

/**
 * With `--emulator stytch` or `--emulator stack-auth` the emulator of that provider is started as
 * well. Otherwise the configuration is read from the environment.
 */
fun main(arguments: Array<String>) {
    if (arguments.firstOrNull() == "--emulator") {
        val emulator = AuthEmulator.start()
        serve(configuration(emulator.newWorld(), arguments.getOrElse(1) { "stytch" }))
        println("Mails are at ${emulator.baseUrl()}/_emulator/ui")
    } else if (arguments.isEmpty()) {
        serve(AuthConfig.fromEnvironment())
    } else {
        System.err.println("Usage: [--emulator stytch | --emulator stack-auth]")
        exitProcess(2)
    }
    Thread.currentThread().join()
}

fun configuration(world: World, provider: String): AuthConfig =
    when (provider) {
        "stytch" -> AuthConfig.of(world.stytch().configuration())
        "stack-auth" -> AuthConfig.of(world.stackAuth().configuration())
        else -> throw IllegalArgumentException("no provider has the name $provider")
    }

private fun serve(config: AuthConfig) {
    val auth =
        AuthClient.builder(config)
            .require(
                Capability.PASSWORD_SIGN_UP,
                Capability.PASSWORD_SIGN_IN,
                Capability.OTP_EMAIL,
            )
            .build()
    val application =
        try {
            Application(auth, PORT, site)
        } catch (e: BindException) {
            System.err.println("Port $PORT is taken by another program. End it, and try again.")
            exitProcess(1)
        }
    Runtime.getRuntime().addShutdownHook(Thread(application::close))
    println("Listening at ${application.site}")
}
