"""What start.py becomes inside the environment: database, migrations, demo, web and worker, until Ctrl-C."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from borgerfokus.cli import connections, installation, marks, options, processes, single, translations
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import Addresses, prepare
from borgerfokus.cli.options import Options
from borgerfokus.cli.trouble import Trouble, check_room, disk_full, is_disk_full, report

KEPT_WHEN_FRESH = {"keys", "start.lock", "postgresql"}
SECRET_FROM_CHILDREN = {"BORGERFOKUS_OWNER_DATABASE_URL", "DATABASE_URL", "BORGERFOKUS_LOCK"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Start everything and stay until interrupted. Returns 0 after Ctrl-C, 1 after trouble."""
    asked = options.parse(sys.argv[1:] if arguments is None else arguments)
    for wanted in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(wanted, _interrupt)
    os.umask(0o077)
    try:
        _launch(asked)
    except KeyboardInterrupt:
        _say("Stoppet. Data er gemt i var/.")
        return 0
    except Trouble as trouble:
        return report(trouble)
    except OSError as error:
        if is_disk_full(error):
            return report(disk_full(installation.home()))
        raise
    return 0


def _launch(asked: Options) -> None:
    home = installation.home()
    check_room(home)
    external = connections.named()
    if external:
        if not external.owner_url:
            raise Trouble(
                "BORGERFOKUS_DATABASE_URL er sat, men BORGERFOKUS_OWNER_DATABASE_URL mangler.",
                "BORGERFOKUS_DATABASE_URL is set, but BORGERFOKUS_OWNER_DATABASE_URL is missing.",
            )
        if asked.fresh:
            raise Trouble(
                "--fresh sletter kun den indbyggede database. Tøm selv den i DATABASE_URL.",
                "--fresh only deletes the embedded database. Empty the one in DATABASE_URL yourself.",
            )
        _run(asked, external)
        return
    cluster = connections.embedded()
    if asked.fresh:
        _begin_again(cluster, home)
    check_room(cluster.folder)
    _say("Starter databasen ...")
    try:
        cluster.start()
        _run(asked, prepare(cluster))
    finally:
        cluster.stop()


def _run(asked: Options, addresses: Addresses) -> None:
    environment = _environment(asked, addresses)
    translations.compile_if_stale()
    (installation.home() / "static").mkdir(exist_ok=True)
    if asked.demo and marks.DEMO not in marks.read(addresses.owner_url):
        _say("Laver demokommunen (kun første gang) ...")
        with _demo_beside(environment, size=asked.size):
            _migrate(addresses, environment)
        marks.write(addresses.owner_url, marks.DEMO, asked.size)
    else:
        _migrate(addresses, environment)
    _serve(asked, environment)


@contextmanager
def _demo_beside(environment: dict[str, str], *, size: str) -> Iterator[None]:
    """The demo is made while the tables are, and stored in them afterwards. Raises Trouble if it fails."""
    words = _words("demo", "--size", size, "--await-tables")
    with subprocess.Popen(words, env=environment, stdin=subprocess.PIPE) as maker:
        try:
            yield
            maker.communicate(b"\n")
        except BaseException:
            maker.terminate()
            raise
    if maker.returncode != 0:
        raise _unsuccessful("demo")


def _migrate(addresses: Addresses, environment: dict[str, str]) -> None:
    """Migrate, unless the code and what has been applied are as they were after the last time."""
    url, root = addresses.owner_url, installation.ROOT
    lock = root / "requirements.lock"
    if marks.read(url).get(marks.SCHEMA) == marks.schema_of(url, source=root / "src", lock=lock):
        return
    _say("Opdaterer databasen ...")
    _command(environment, "migrate")
    marks.write(url, marks.SCHEMA, marks.schema_of(url, source=root / "src", lock=lock))


def _serve(asked: Options, environment: dict[str, str]) -> None:
    inside = {name: value for name, value in environment.items() if name not in SECRET_FROM_CHILDREN}
    logs = installation.home() / "log"
    children: list[processes.Child] = []
    try:
        options.check_port(asked.host, asked.port)
        web = _words("serve", "--host", asked.host, "--port", str(asked.port))
        children.append(processes.start("web", web, environment=inside, logs=logs))
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(asked.host, asked.host)  # noqa: S104 (compared, not bound)
        processes.wait_for_a_page(children[0], host=host, port=asked.port, seconds=60)
        children.append(processes.start("worker", _words("worker"), environment=inside, logs=logs))
        _welcome(asked, environment)
        while True:
            for child in children:
                if not child.running:
                    raise child.ended()
            time.sleep(0.5)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        processes.stop(children)


def _welcome(asked: Options, environment: dict[str, str]) -> None:
    lock = os.environ.get("BORGERFOKUS_LOCK")
    if lock:
        single.announce(int(lock), asked.address)
    _say(f"\nBorgerfokus kører på {asked.address}  (Ctrl-C stopper)\n")
    if asked.demo:
        _command(environment, "demo", "--people")


def _environment(asked: Options, addresses: Addresses) -> dict[str, str]:
    environment = installation.compiled_once(os.environ, installation.home() / "bytecode") | addresses.environment()
    environment |= {
        "BORGERFOKUS_HOME": str(installation.home()),
        "BORGERFOKUS_HOST": asked.host,
        "BORGERFOKUS_PORT": str(asked.port),
        "BORGERFOKUS_DEMO": "1" if asked.demo else "",
    }
    if asked.host not in ("127.0.0.1", "localhost", "::1"):
        environment.setdefault("BORGERFOKUS_ALLOWED_HOSTS", f"{asked.host},localhost,127.0.0.1,[::1]")
    return environment


def _command(environment: dict[str, str], *arguments: str) -> None:
    """Run a subcommand in the same terminal. Raises Trouble if it fails, after it has said why."""
    if subprocess.run(_words(*arguments), env=environment, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise _unsuccessful(arguments[0])


def _words(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "borgerfokus.cli", *arguments]


def _unsuccessful(name: str) -> Trouble:
    return Trouble(f"»borgerfokus {name}« lykkedes ikke.", f"“borgerfokus {name}” did not succeed.")


def _begin_again(cluster: Cluster, home: Path) -> None:
    _say("Sletter data i var/ ...")
    cluster.remove()
    for path in home.iterdir():
        if path.name not in KEPT_WHEN_FRESH:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
