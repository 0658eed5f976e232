package io.caucus.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Internet domains as somebody registered them: the part below a public suffix (publicsuffix.org). */
final class Domains {

    private static final Set<String> FREE_MAIL = table("free-mail-domains-1.txt");

    private Domains() {}

    /** The domain that stands for one company; empty for free and disposable mail, and for what nobody can have registered. */
    static Optional<String> ofCompany(String domain) {
        return registered(domain).filter(name -> !FREE_MAIL.contains(name));
    }

    /** {@code sales.acme.co.uk} is of {@code acme.co.uk}; empty for a public suffix itself, an address or a single word. */
    static Optional<String> registered(String domain) {
        try {
            var ascii = IDN.toASCII(domain.strip().toLowerCase(Locale.ROOT));
            var name = InternetDomainName.from(ascii);
            return name.isUnderPublicSuffix()
                    ? Optional.of(name.topPrivateDomain().toString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Set<String> freeMail() {
        return FREE_MAIL;
    }

    /** Lines of a table beside this class, without comments. */
    static Set<String> table(String name) {
        try (var reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(Domains.class.getResourceAsStream(name), name), UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("table '%s' cannot be read".formatted(name), e);
        }
    }
}
