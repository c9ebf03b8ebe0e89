"""Make a local login for an employee, for when the login provider is down."""

import argparse
import getpass
import sys

HELP = "Opret en nødkonto til en medarbejder"
AS_OWNER = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="medarbejderens login hos den daglige loginudbyder")
    parser.add_argument("--username", help="brugernavnet på nødkontoen (standard: det samme)")


def run(arguments: argparse.Namespace) -> int:
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError
    from django.utils.timezone import now

    from borgerfokus.cli.trouble import Trouble
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as
    from borgerfokus.foundation.login import service as login
    from borgerfokus.foundation.organisation.models import Employee

    employee = Employee.objects.filter(login=arguments.login, active=True).first()
    if employee is None:
        raise Trouble(f"Ingen medarbejder har login »{arguments.login}«.", f"No employee has “{arguments.login}”.")
    password = sys.stdin.readline().rstrip("\n") if not sys.stdin.isatty() else getpass.getpass("Adgangskode: ")
    new = login.NewAccount(
        username=arguments.username or arguments.login, password=password, employee_id=employee.pk
    )
    by = system("emergency")
    try:
        with acting_as(by, purpose=Purpose.ADMINISTRATION, at=now()):
            secret = login.make_emergency_account(new=new, by=by, at=now())
    except ValidationError as weak:
        raise Trouble(" ".join(weak.messages), " ".join(weak.messages)) from None
    except IntegrityError:
        raise Trouble(
            "Medarbejderen har allerede en nødkonto.", "The employee already has an emergency account."
        ) from None
    sys.stdout.write(f"Skriv dette i kode-appen, det vises kun nu: {secret.base32}\n{secret.address}\n")
    return 0
