# The service on its own; the graph lives in another container, see docker-compose.yml.
# Build the jars first: mvn -B -Dfast -DskipTests package
FROM eclipse-temurin:25-jre
# XGBoost, which trains, wants the OpenMP runtime.
RUN ldconfig -p | grep -q libgomp.so.1 \
 || (apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*)
RUN useradd --uid 10001 --user-group --create-home --home-dir /var/lib/caucus caucus \
 && printf '%s\n' '#!/bin/sh' 'exec java --enable-native-access=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \' \
    '  $CAUCUS_JAVA_OPTIONS -cp "/opt/caucus/lib/*" io.caucus.api.Main "$@"' > /usr/local/bin/caucus \
 && chmod 755 /usr/local/bin/caucus
COPY api/target/lib /opt/caucus/lib
COPY api/target/caucus.jar /opt/caucus/lib/
USER caucus
WORKDIR /var/lib/caucus
ENV CAUCUS_DATA=/var/lib/caucus CAUCUS_JAVA_OPTIONS=""
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=4s --start-period=180s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 \
 && printf 'GET /health/readiness HTTP/1.1\\r\\nHost: localhost:8080\\r\\nConnection: close\\r\\n\\r\\n' >&3 \
 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["caucus"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8080"]
