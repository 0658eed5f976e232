package io.caucus.ingest.webhook;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The settings as their file says now: a source that is added need not wait for a restart. A file that cannot be read changes nothing. */
final class CurrentSettings {

    private static final Logger LOG = System.getLogger(CurrentSettings.class.getName());
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path dataFolder;
    private FileTime read;
    private WebhookSettings settings;

    /** @throws WebhookSettingsRefused when a line cannot be meant: at the start somebody is there to mend it */
    CurrentSettings(Path dataFolder) {
        this.dataFolder = dataFolder;
        read = modified();
        settings = WebhookSettings.read(dataFolder);
    }

    synchronized WebhookSettings get() {
        var modified = modified();
        if (!modified.equals(read)) {
            read = modified;
            reread();
        }
        return settings;
    }

    private void reread() {
        try {
            settings = WebhookSettings.read(dataFolder);
        } catch (WebhookSettingsRefused e) {
            LOG.log(Logger.Level.ERROR, "the webhook settings stay as they were: {0}", e.getMessage());
        }
    }

    private FileTime modified() {
        var file = dataFolder.resolve(WebhookSettings.FILE);
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
        } catch (IOException e) {
            return NEVER;
        }
    }
}
