"""What all tests share: a real web server on loopback."""

pytest_plugins = ("webserver",)
